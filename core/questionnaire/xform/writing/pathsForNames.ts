import type { Outline, OutlineNode } from './outline.ts';

const REFERENCE = /\$\{\s*(last-saved#)?\s*([^}]+?)\s*\}/g;

/** An expression with paths for `${name}`, one blank on either side of each, as pyxform writes them. */
export function withPaths(outline: Outline, text: string, asking: OutlineNode | null): string {
  return text.replace(REFERENCE, (written: string, saved: string | undefined, name: string, at: number) => {
    const path = pathFor(outline, name, asking, saved === undefined ? surroundingsOf(text, at) : ANYWHERE);
    if (path === undefined) return written;
    if (saved === undefined) return ` ${path} `;
    const absolute = outline.byName.get(name)?.[0]?.path ?? path;
    return ` instance('__last-saved')${absolute} `;
  });
}

/**
 * The path that means the instance nearest to the question that asks; undefined when nothing has the name. Within a repeat that holds
 * both it goes up no further than it must, as pyxform's do.
 */
function pathFor(
  outline: Outline,
  name: string,
  asking: OutlineNode | null,
  { inPredicate, isIndexed }: Surroundings,
): string | undefined {
  let best: OutlineNode | undefined;
  let depth = -1;
  for (const node of outline.byName.get(name) ?? []) {
    const shared = sharedRepeats(node, asking);
    if (shared > depth) [best, depth] = [node, shared];
  }
  if (best === undefined || asking === null || depth === 0 || isIndexed) return best?.path;
  const around = pathAround(asking, best);
  const up = stepsBelow(asking.path, around).length;
  const down = stepsBelow(best.path, around);
  return `${inPredicate ? 'current()/' : ''}${[...Array<string>(up).fill('..'), ...down].join('/')}`;
}

/** Path of the innermost node around both. */
function pathAround(left: OutlineNode, right: OutlineNode): string {
  const steps = right.path.split('/').slice(0, -1);
  const shared = left.path.split('/').slice(0, -1);
  const end = shared.findIndex((step, index) => step !== steps[index]);
  return (end < 0 ? shared : shared.slice(0, end)).join('/');
}

/** How many repeats around the target hold the asking question too; a repeat is not in itself here. */
function sharedRepeats(target: OutlineNode, asking: OutlineNode | null): number {
  const around = target.repeats.filter((repeat) => repeat !== target);
  let shared = 0;
  while (around[shared] !== undefined && around[shared] === asking?.repeats[shared]) shared += 1;
  return shared;
}

const stepsBelow = (path: string, above: string): readonly string[] =>
  path.slice(above.length).split('/').filter(Boolean);

interface Surroundings {
  readonly inPredicate: boolean;
  /** It is a node that `indexed-repeat()` finds, or one of the repeats on the way; not a position. */
  readonly isIndexed: boolean;
}

const ANYWHERE: Surroundings = { inPredicate: false, isIndexed: false };

function surroundingsOf(text: string, at: number): Surroundings {
  /** What is open here: `[`, or a call with the number of arguments before this one. */
  const open: { readonly what: '[' | '(' | 'indexed-repeat'; before: number }[] = [];
  let quote = '';
  for (let index = 0; index < at; index += 1) {
    const character = text.charAt(index);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[') open.push({ what: '[', before: 0 });
    else if (character === '(') {
      const isIndexed = /indexed-repeat\s*$/.test(text.slice(Math.max(0, index - 40), index));
      open.push({ what: isIndexed ? 'indexed-repeat' : '(', before: 0 });
    } else if (character === ')' || character === ']') open.pop();
    else if (character === ',') {
      const call = open.at(-1);
      if (call !== undefined) call.before += 1;
    }
  }
  const call = open.findLast(({ what }) => what === 'indexed-repeat');
  const isPosition = call !== undefined && call.before > 0 && call.before % 2 === 0;
  return {
    inPredicate: open.some(({ what }) => what === '['),
    isIndexed: call !== undefined && !isPosition,
  };
}
