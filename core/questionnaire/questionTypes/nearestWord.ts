import type { AskedQuestion } from './questionType.ts';

const PREFIX = 'earshot-';

/** The appearance word that carries a type of ours through XLSForm: `earshot-smiley`, `earshot-constant-sum(total=10,choices=brands)`. */
export function nearestWord(
  type: string,
  question: AskedQuestion,
  columns: readonly 'choices'[] = [],
): string {
  const carried = new Map(Object.entries(question.parameters ?? {}));
  for (const column of columns) {
    const value = question[column];
    if (value !== undefined) carried.set(column, value);
  }
  const pairs = Array.from(
    carried,
    ([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`,
  );
  return `${PREFIX}${type}${pairs.length === 0 ? '' : `(${pairs.join(',')})`}`;
}

/** What an appearance says of a type of ours, or undefined when it says nothing of one. */
export interface NearestReading {
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The question's own words. */
  readonly appearance: string;
}

/** Inverse of `nearestWord`, on the whole appearance column. Whether such a type exists is the caller's to check. */
export function readNearest(appearance: string): NearestReading | undefined {
  const words = appearance.split(/\s+/).filter(Boolean);
  const index = words.findIndex((word) => word.startsWith(PREFIX));
  const match = /^([a-z-]+)(?:\((.*)\))?$/.exec(words[index]?.slice(PREFIX.length) ?? '');
  if (match === null) return undefined;
  const [, type = '', list = ''] = match;
  const parameters: [string, string][] = [];
  for (const pair of list.split(',').filter(Boolean)) {
    const [key = '', value = ''] = pair.split('=').map(unescapePart);
    parameters.push([key, value]);
  }
  return { type, parameters: Object.fromEntries(parameters), appearance: words.slice(index + 1).join(' ') };
}

function unescapePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
