import type { Choice, Element, Group, Text } from '../definition/index.ts';
import { compact } from './compact.ts';

type Words = (language: string | undefined) => Readonly<Record<string, string>>;

const PLACEHOLDER = /%\((name|label)\)s/g;

const replaced = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(PLACEHOLDER, (whole, word: string) => words[word] ?? whole).replaceAll('%%', '%');

const texts: ReadonlySet<string> = new Set([
  ...['label', 'hint', 'guidanceHint', 'requiredMessage', 'constraintMessage', 'warningMessage'],
  ...['image', 'bigImage', 'audio', 'video'],
]);

function fillText(text: Text, words: Words): Text {
  return Object.fromEntries(
    Object.entries(text).map(([language, said]) => [language, replaced(said, words(language))]),
  );
}

/** Replaces %(name)s and %(label)s everywhere in a value of a definition. */
function fill(value: unknown, words: Words, key: string): unknown {
  if (typeof value === 'string') return replaced(value, words(undefined));
  if (Array.isArray(value)) return value.map((item: unknown) => fill(item, words, key));
  if (typeof value !== 'object' || value === null) return value;
  if (texts.has(key)) return fillText(value as Text, words);
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, fill(held, words, name)]));
}

/**
 * A `begin loop over LIST` as groups: one for each choice, with the same questions, in which `%(name)s` and `%(label)s` are the choice's.
 * `copied` is told which element each copy is of.
 */
export function expandLoop(
  loop: Group,
  choices: readonly Choice[],
  defaultLanguage: string,
  copied: (copy: Element, original: Element) => void,
): Group {
  const note = (copy: Element, original: Element): void => {
    copied(copy, original);
    if (!('elements' in copy) || !('elements' in original)) return;
    copy.elements.forEach((child, index) => {
      const from = original.elements[index];
      if (from !== undefined) note(child, from);
    });
  };
  const groups = choices
    .filter((choice) => choice.name !== 'none')
    .map((choice): Group => {
      const words: Words = (language) => ({
        name: choice.name,
        label: choice.label?.[language ?? defaultLanguage] ?? choice.label?.[defaultLanguage] ?? choice.name,
      });
      const elements = loop.elements.map((element) => {
        const copy = fill(element, words, '') as Element;
        note(copy, element);
        return copy;
      });
      return compact<Group>({
        type: 'group',
        name: choice.name,
        label: choice.label,
        media: choice.media,
        elements,
      });
    });
  return { ...loop, elements: groups };
}
