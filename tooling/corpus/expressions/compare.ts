import type { EvaluateItem, EvaluateOutcome } from '../../../cli/evaluate/evaluateItem.ts';
import { evaluateItem } from '../../../cli/evaluate/evaluateItem.ts';
import type { Corpus, CorpusCase } from './corpusCase.ts';

/** The day on which the corpus was recorded: cases with today's date in them hold only then. */
const RECORDED = '2026-11-21T20:02:34.000Z';
const MS_PER_DAY = 86_400_000;

export interface Comparison {
  readonly agrees: boolean;
  readonly got: string;
}

export function compare(each: CorpusCase, corpus: Corpus): Comparison {
  const outcome = evaluateItem(itemOf(each, corpus));
  return { agrees: agrees(each, outcome), got: JSON.stringify(outcome).slice(0, 200) };
}

function itemOf(each: CorpusCase, corpus: Corpus): EvaluateItem {
  const source = each.sources[0];
  const context = each.context === null ? undefined : corpus.contexts[each.context];
  const as = conversionOf(each.kind);
  return {
    expression: each.expr,
    node: each.node,
    now: RECORDED,
    timezone: source?.tz ?? 'UTC',
    ...(source?.lang === undefined ? {} : { language: source.lang }),
    ...(context === undefined ? {} : { context }),
    ...(as === undefined ? {} : { as }),
  };
}

function conversionOf(kind: string): 'string' | 'number' | 'boolean' | undefined {
  if (kind.startsWith('string') || kind === 'raw:string') return 'string';
  if (kind.startsWith('number') || kind === 'raw:number' || kind === 'raw:date') return 'number';
  return kind === 'boolean' || kind === 'raw:boolean' ? 'boolean' : undefined;
}

function agrees(each: CorpusCase, outcome: EvaluateOutcome): boolean {
  if (each.kind === 'error' || each.kind === 'raw:error') return 'error' in outcome;
  if ('error' in outcome) return false;
  const { value } = outcome;
  switch (each.kind) {
    case 'number-rounded':
      return Math.round(Number(value) * (each.factor ?? 1)) / (each.factor ?? 1) === each.value;
    case 'string-length':
      return String(value).length === each.value;
    case 'string-matches':
      return patternOf(String(each.value)).test(String(value));
    case 'nodeset':
    case 'nodeset-unordered':
      return samePaths(value, each.value, each.kind === 'nodeset-unordered');
    case 'raw:date':
      return Math.round(Number(value) * MS_PER_DAY) === each.epochMs;
    case 'number':
    case 'raw:number':
      return sameNumber(Number(value), Number(each.value));
    case 'string':
    case 'raw:string':
      return String(value) === String(each.value);
    default:
      return value === each.value;
  }
}

/** A pattern is recorded as JavaScript writes it, slashes and flags included. */
function patternOf(text: string): RegExp {
  const [, source = text, flags = ''] = /^\/(.*)\/([a-z]*)$/.exec(text) ?? [];
  return new RegExp(source, flags);
}

function sameNumber(got: number, wanted: number): boolean {
  if (Number.isNaN(got) || Number.isNaN(wanted)) return Number.isNaN(got) && Number.isNaN(wanted);
  return got === wanted || Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
}

function samePaths(got: unknown, wanted: unknown, sorted: boolean): boolean {
  const texts = (value: unknown): string[] => {
    const list = Array.isArray(value) ? value.map(String) : [];
    return sorted ? list.sort() : list;
  };
  return JSON.stringify(texts(got)) === JSON.stringify(texts(wanted));
}
