import type { Choice, Element, PlainColumn, Spelling, Text } from '../definition/index.ts';
import { isQuestion } from '../definition/index.ts';
import type { Languages } from './languages.ts';

interface Read {
  readonly elements: readonly Element[];
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
}

const COLUMNS: readonly PlainColumn[] = ['label', 'hint', 'requiredMessage', 'constraintMessage', 'choices'];

const isPiped = (text: Text | undefined): boolean =>
  Object.values(text ?? {}).some((said) => said.includes('${'));

/** Texts of an element that stand in the body of an XForm when they name no language. */
function* textsOf(element: Element): Generator<readonly [PlainColumn, Text | undefined]> {
  if (element.media === undefined) yield ['label', element.label];
  if (!isQuestion(element)) return;
  if (element.guidanceHint === undefined) yield ['hint', element.hint];
  for (const column of ['requiredMessage', 'constraintMessage'] as const)
    if (!isPiped(element[column])) yield [column, element[column]];
}

function* allTexts(elements: readonly Element[]): ReturnType<typeof textsOf> {
  for (const element of elements) {
    yield* textsOf(element);
    if (!isQuestion(element)) yield* allTexts(element.elements);
  }
}

/** How the form says what can be said in two ways; undefined when nobody could tell. */
export function spellingOf({ elements, choices }: Read, languages: Languages): Spelling | undefined {
  const [only, ...others] = languages.list;
  if (others.length === 0 && only?.code === 'default') return undefined;
  const found = new Set<PlainColumn>();
  for (const [column, text] of allTexts(elements))
    if (text !== undefined && languages.plain.has(text)) found.add(column);
  const lists = Object.values(choices);
  if (lists.some((list) => list.some(({ label }) => label !== undefined && languages.plain.has(label))))
    found.add('choices');
  const plain = COLUMNS.filter((column) => found.has(column));
  if (plain.length === 0 && languages.isDefaultSaid) return undefined;
  return {
    ...(plain.length === 0 ? {} : { plain }),
    ...(languages.isDefaultSaid ? {} : { defaultUnsaid: true }),
  };
}
