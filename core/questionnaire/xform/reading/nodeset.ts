/** The `nodeset` of an itemset, taken apart. */
export interface Nodeset {
  /** Without `randomize()` around it. */
  readonly text: string;
  readonly randomize: boolean;
  readonly seed: string | undefined;
  /** Id of the secondary instance it begins at. */
  readonly instance: string | undefined;
  /** Path behind the instance, or the whole path; predicates left out. */
  readonly steps: string;
  /** The predicates behind the last step, as one condition. */
  readonly filter: string | undefined;
}

export function readNodeset(nodeset: string): Nodeset {
  const text = nodeset.trim();
  const call = /^randomize\s*\(([\s\S]*)\)$/.exec(text);
  if (call !== null) {
    const [inner = '', seed] = splitArguments(call[1] ?? '');
    return { ...readNodeset(inner), randomize: true, seed: seed?.trim() };
  }
  const plain = { text, randomize: false, seed: undefined };
  const open = findOutside(text, '[');
  const path = open < 0 ? text : text.slice(0, open);
  const predicates = open < 0 ? [] : splitPredicates(text.slice(open));
  const [, id, rest] = /^instance\(\s*['"](.*?)['"]\s*\)\s*(\/.*)?$/s.exec(path) ?? [];
  if (predicates === undefined) return { ...plain, instance: undefined, steps: '', filter: undefined };
  return {
    ...plain,
    instance: id,
    steps: id === undefined ? path.trim() : (rest ?? '').replace(/\s/g, ''),
    filter: joined(predicates),
  };
}

function joined(predicates: readonly string[]): string | undefined {
  const [only] = predicates;
  if (predicates.length <= 1) return only;
  return predicates.map((predicate) => `(${predicate.trim()})`).join(' and ');
}

/** `[a][b]` as its conditions; undefined when something else follows. */
function splitPredicates(text: string): readonly string[] | undefined {
  const found: string[] = [];
  let rest = text;
  while (rest !== '') {
    if (!rest.startsWith('[')) return undefined;
    const end = closing(rest);
    if (end < 0) return undefined;
    found.push(rest.slice(1, end));
    rest = rest.slice(end + 1).trim();
  }
  return found;
}

function splitArguments(text: string): readonly string[] {
  const at = findOutside(text, ',');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Position of a character that stands in no quotes and inside no brackets opened before it. */
function findOutside(text: string, wanted: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1);
      if (end < 0) return -1;
      at = end;
    } else if (depth === 0 && character === wanted) return at;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
  }
  return -1;
}

/** Position of the bracket that closes the one the text begins with. */
function closing(text: string): number {
  const at = findOutside(text.slice(1), ']');
  return at < 0 ? -1 : at + 1;
}
