const RULE = /^- \*\*([A-Z]{1,3}\d+)\*\*/gm;
const CITED = /\[([A-Z]{1,3}\d+)\]/g;
const TITLE = /\b(?:it|test|describe)(?:\.\w+)?(?:\([^)]*\))?\(\s*(['"`])(?<title>(?:\\.|(?!\1).)*)\1/gs;
const TABLE_TITLE = /\]\s*(?:as const)?\s*,?\s*\)\(\s*(['"`])(?<title>(?:\\.|(?!\1).)*)\1/gs;

/** The numbers of the rules of a SPEC.md, in its order. */
export const rulesOf = (spec: string): string[] => [...spec.matchAll(RULE)].map(([, rule]) => rule ?? '');

/** The rule numbers, in square brackets, that the names of a test file's tests carry. */
export function rulesNamedIn(testFile: string): Set<string> {
  const titles = [TITLE, TABLE_TITLE].flatMap((pattern) =>
    [...testFile.matchAll(pattern)].map((match) => match.groups?.['title'] ?? ''),
  );
  return new Set(titles.flatMap((title) => [...title.matchAll(CITED)].map(([, rule]) => rule ?? '')));
}
