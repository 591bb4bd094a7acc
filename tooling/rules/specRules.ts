const RULE = /^- \*\*([A-Z]{1,3}\d+)\*\*/gm;
const CITED = /\[([A-Z]{1,3}\d+)\]/g;
/** `B2 B5 when the commit fails ...` */
const LEADING = /^(?:[A-Z]{1,3}\d+ )+/;
const TITLE = /\b(?:it|test|describe)(?:\.\w+)?(?:\([^)]*\))?\(\s*(['"`])(?<title>(?:\\.|(?!\1).)*)\1/gs;
const TABLE_TITLE = /\]\s*(?:as const)?\s*,?\s*\)\(\s*(['"`])(?<title>(?:\\.|(?!\1).)*)\1/gs;

/** The numbers of the rules of a SPEC.md, in its order. */
export const rulesOf = (spec: string): string[] => [...spec.matchAll(RULE)].map(([, rule]) => rule ?? '');

const titlesOf = (testFile: string): string[] =>
  [TITLE, TABLE_TITLE].flatMap((pattern) =>
    [...testFile.matchAll(pattern)].map((match) => match.groups?.['title'] ?? ''),
  );

/** The rule numbers that the names of a test file's tests carry in square brackets. */
export const rulesCitedIn = (testFile: string): string[] =>
  titlesOf(testFile).flatMap((title) => [...title.matchAll(CITED)].map(([, rule]) => rule ?? ''));

/** The same, and the numbers that such names begin with. */
export const rulesNamedIn = (testFile: string): string[] => [
  ...rulesCitedIn(testFile),
  ...titlesOf(testFile).flatMap((title) => LEADING.exec(title)?.[0].trim().split(' ') ?? []),
];
