import { attempt, compileExpression, contextAt, parseExpression } from '../../core/questionnaire/index.ts';
import type { DataNode, Value } from '../../core/questionnaire/index.ts';
import { err, isTimeZone, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import { nodeAt, pathOf } from '../xml/nodePath.ts';
import { MissingDocument } from '../xml/missingDocument.ts';
import { readXml } from '../../formats/xml/readXml.ts';
import { xmlEnvironment } from '../xml/xmlEnvironment.ts';
import type { XmlNode } from '../../formats/xml/xmlNode.ts';

export interface EvaluateItem {
  readonly expression: string;
  /** XML text; when left out, only what needs no document can be evaluated. */
  readonly context?: string;
  /** Path of the context node; `/` when left out. */
  readonly node?: string;
  /** ISO 8601; the present when left out. */
  readonly now?: string;
  /** IANA name; the machine's zone when left out. */
  readonly timezone?: string;
  /** For jr:itext and month names. */
  readonly language?: string;
  readonly as?: 'string' | 'number' | 'boolean';
}

/** Numbers that JSON can not say stand as text: "NaN", "Infinity", "-Infinity". */
export type EvaluateOutcome =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: number | string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'nodeset'; readonly value: readonly string[] }
  | { readonly error: string };

export function evaluateItem(item: EvaluateItem): EvaluateOutcome {
  const expression = parseExpression(item.expression);
  if (!expression.ok)
    return { error: `${expression.error.message} (character ${expression.error.position + 1})` };
  const found = attempt(() => findPlace(item));
  const place = found.ok ? found.value : found;
  if (!place.ok) return { error: place.error };
  const compiled = compileExpression(expression.value);
  const { document, node, timeZone, now } = place.value;
  const context = contextAt(
    node,
    xmlEnvironment(document, { now, timeZone, language: item.language ?? 'en' }),
  );
  const outcome = attempt((): Value => {
    if (item.as === 'string') return compiled.string(context);
    if (item.as === 'number') return compiled.number(context);
    return item.as === 'boolean' ? compiled.boolean(context) : compiled.value(context);
  });
  return outcome.ok ? describe(outcome.value) : { error: outcome.error };
}

interface Place {
  readonly document: XmlNode;
  readonly node: DataNode;
  readonly timeZone: string;
  readonly now: number;
}

function findPlace(item: EvaluateItem): Result<Place, string> {
  const document = item.context === undefined ? ok(new MissingDocument()) : readXml(item.context);
  if (!document.ok) return document;
  const path = item.node ?? '/';
  const node = nodeAt(document.value, path);
  if (node === undefined) return err(`The context has no node at ${path}.`);
  const timeZone = item.timezone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isTimeZone(timeZone)) return err(`"${timeZone}" is no time zone: write it like Europe/Riga.`);
  const now = item.now === undefined ? Date.now() : Date.parse(item.now);
  if (Number.isNaN(now)) return err(`"${item.now}" is no time: write it like 2026-11-21T21:40:00Z.`);
  return ok({ document: document.value, node, timeZone, now });
}

function describe(value: Value): EvaluateOutcome {
  if (typeof value === 'string') return { type: 'string', value };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'number')
    return { type: 'number', value: Number.isFinite(value) ? value : String(value) };
  if ('kind' in value) return { type: 'string', value: value.text };
  return { type: 'nodeset', value: value.map(pathOf) };
}
