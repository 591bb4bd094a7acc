import type { FunctionDefinition } from './functionDefinition.ts';
import { FUNCTIONS } from './registry.ts';

export interface CallCheck {
  readonly definition: FunctionDefinition | undefined;
  /** What is wrong with the call and how to mend it. */
  readonly problem: string | undefined;
}

/** Looks the function up and counts its arguments. */
export function checkCall(name: string, count: number): CallCheck {
  const definition = FUNCTIONS.get(name);
  if (definition === undefined) return { definition, problem: unknownFunction(name) };
  const { min, max, accepts } = definition;
  if (count >= min && count <= max && accepts?.(count) !== false) return { definition, problem: undefined };
  return { definition, problem: `${name}() takes ${expected(definition)}, not ${count}.` };
}

function expected({ min, max, accepts, name }: FunctionDefinition): string {
  if (name === 'indexed-repeat') return '3, 5, 7, 9 or 11 arguments';
  if (accepts !== undefined) return `an even number of arguments, at least ${min}`;
  if (max === 0) return 'no arguments';
  const plural = (number: number): string => (number === 1 ? '1 argument' : `${number} arguments`);
  if (min === max) return plural(min);
  return max === Number.POSITIVE_INFINITY ? `at least ${plural(min)}` : `${min} to ${plural(max)}`;
}

function unknownFunction(name: string): string {
  const similar = closest(name);
  const hint = similar === undefined ? '' : ` Did you mean ${similar}()?`;
  return `There is no function ${name}().${hint}`;
}

const MOST_EDITS = 2;

function closest(name: string): string | undefined {
  const ranked = [...FUNCTIONS.keys()]
    .map((known) => ({ known, edits: name.length > 40 ? Infinity : distance(name.toLowerCase(), known) }))
    .sort((one, other) => one.edits - other.edits);
  const best = ranked[0];
  return best !== undefined && best.edits <= MOST_EDITS ? best.known : undefined;
}

/** Levenshtein's. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
