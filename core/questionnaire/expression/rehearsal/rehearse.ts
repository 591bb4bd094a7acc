import { attempt } from '../attempt.ts';
import { compileExpression } from '../compileExpression.ts';
import type { Environment, EvaluationContext } from '../context.ts';
import { contextAt } from '../context.ts';
import { parseExpression } from '../syntax/parseExpression.ts';
import type { Value } from '../value.ts';
import type { PlainNode, Tree } from './plainNode.ts';
import { plant } from './plainNode.ts';

export interface Rehearsal extends Partial<Omit<Environment, 'root' | 'instance' | 'now'>> {
  readonly tree?: Tree;
  /** Where the expression stands; `/data` when the tree has it. */
  readonly at?: string;
  /** ISO 8601. */
  readonly now?: string;
  readonly lists?: Readonly<Record<string, Tree>>;
  /** To change the planted tree before evaluation. */
  readonly prepare?: (document: PlainNode) => void;
}

const planted = new WeakMap<Tree, PlainNode>();

/** A context over a planted tree; lists are planted once, so that their indexes are kept. */
export function rehearsalContext(rehearsal: Rehearsal = {}): EvaluationContext {
  const { tree = {}, at = '/', now = '2026-11-21T21:40:00Z', lists = {}, prepare, ...rest } = rehearsal;
  const root = plant(tree);
  prepare?.(root);
  return contextAt(root.at(at), {
    root,
    timeZone: 'UTC',
    language: 'en',
    random: () => 0.5,
    reference: (name, _lastSaved, _reach, from) => {
      for (let up = from.parent; up !== null; up = up.parent) {
        const found = up.children.filter((child) => child.name === name);
        if (found.length > 0) return found;
      }
      return [];
    },
    translation: () => undefined,
    choiceName: () => undefined,
    ...rest,
    now: () => Date.parse(now),
    instance: (id) => {
      const list = lists[id];
      if (list === undefined) return undefined;
      const known = planted.get(list) ?? plant(list);
      planted.set(list, known);
      return known;
    },
  });
}

/** The value of an expression; node-sets as the texts of their nodes, dates as text, failures and mistakes as `{ failure }`. */
export function evaluated(
  text: string,
  rehearsal: Rehearsal = {},
): string | number | boolean | readonly string[] | { readonly failure: string } {
  const expression = parseExpression(text);
  if (!expression.ok) return { failure: expression.error.message };
  const compiled = compileExpression(expression.value);
  const outcome = attempt(() => plain(compiled.value(rehearsalContext(rehearsal))));
  return outcome.ok ? outcome.value : { failure: outcome.error };
}

function plain(value: Value): string | number | boolean | readonly string[] {
  if (typeof value !== 'object') return value;
  return 'kind' in value ? value.text : value.map((node) => node.text());
}
