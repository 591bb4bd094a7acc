import type { Choice, Definition, EntityDeclaration, Spelling, Text } from '../definition/index.ts';
import { compact } from './compact.ts';
import { withAttached } from './attached.ts';
import { readLeftOver } from './leftOver.ts';
import type { Finding } from './finding.ts';
import { attributeOf } from './namespaces.ts';
import { FormReading } from './reading/formReading.ts';
import { formParts } from './reading/formParts.ts';
import { readElements } from './reading/readElements.ts';
import { readDocuments } from './reading/readDocuments.ts';
import { readEntities } from './reading/readEntities.ts';
import { choicesOf } from './reading/choicesOf.ts';
import { readStartAnswers } from './reading/readStartAnswers.ts';
import { readSettings } from './reading/readSettings.ts';
import { readSpelling } from './reading/readSpelling.ts';
import { tellOfUnknown } from './reading/tellOfUnknown.ts';
import { withFiles } from './reading/withFiles.ts';
import type { XmlElement } from './xmlElement.ts';

export interface XFormRead {
  /** null when there is nothing that could be run; then a finding of severity `error` says why. */
  readonly definition: Definition | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads an ODK XForm as pyxform, ODK Build and people write them. What definitions have no place for is left out and listed.
 * `external`: the rows of itemsets.csv by list, for select_one_external.
 */
export function readXForm(
  html: XmlElement,
  external: Readonly<Record<string, readonly Choice[]>> = {},
): XFormRead {
  const parts = formParts(html);
  if (!parts.ok)
    return { definition: null, findings: [{ severity: 'error', place: 'form', message: parts.error }] };
  const reading = new FormReading(parts.value);
  const { root, model } = parts.value;
  const more = readLeftOver(attributeOf(model, 'earshot:more'));
  const elements = withFiles(withAttached(readElements(reading, reading.tree), more['attached']), reading);
  const entities = listOf<EntityDeclaration>(more['entities']) ?? readEntities(reading, elements);
  tellOfUnknown(reading);
  const definition = compact<Definition>({
    schema: 1,
    id: attributeOf(root, 'id') ?? root.namespace,
    version: attributeOf(root, 'version') ?? '',
    title: titleOf(more) ?? { [reading.itext.defaultLanguage]: parts.value.title },
    languages: reading.itext.languages,
    defaultLanguage: reading.itext.defaultLanguage,
    root: reading.tree.name === 'data' ? undefined : reading.tree.name,
    choices: withOwn(listsOf(reading), recordOf<Definition['choices']>(more['lists'])),
    externalChoices: spoken(external, reading.itext),
    osmTags: recordOf<Definition['osmTags']>(more['osmTags']),
    documents: readDocuments(reading),
    startAnswers: readStartAnswers(reading),
    entities: entities.length === 0 ? undefined : entities,
    settings: readSettings(reading, more),
    spelling: recordOf<Spelling>(more['spelling']) ?? readSpelling(reading),
    elements,
  });
  return { definition, findings: reading.findings };
}

/** Labels without a language are in the form's own. */
function spoken(
  external: Readonly<Record<string, readonly Choice[]>>,
  { languages, defaultLanguage }: FormReading['itext'],
): Definition['externalChoices'] {
  const isNamed = languages.some(({ code }) => code === 'default');
  const lists = Object.entries(external).map(([list, choices]) => {
    const labelled = choices.map((choice): Choice => {
      const { default: unnamed, ...label } = choice.label ?? {};
      return unnamed === undefined || isNamed
        ? choice
        : { ...choice, label: { ...label, [defaultLanguage]: unnamed } };
    });
    return [list, labelled] as const;
  });
  return lists.length === 0 ? undefined : Object.fromEntries(lists);
}

/** What an attribute of ours brought; whether it has the right shape is told when the definition as a whole is checked. */
const listOf = <T>(value: unknown): readonly T[] | undefined =>
  Array.isArray(value) ? (value as readonly T[]) : undefined;

const recordOf = <T>(value: unknown): T | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as T) : undefined;

const titleOf = ({ title }: Readonly<Record<string, unknown>>): Text | undefined =>
  typeof title === 'object' && title !== null ? { ...title } : undefined;

/** Lists that XForms do not keep as they are, in the places of those that they do. */
const withOwn = (lists: Definition['choices'], own: Definition['choices']): Definition['choices'] =>
  lists === undefined || own === undefined
    ? lists
    : Object.fromEntries(Object.entries(lists).map(([id, choices]) => [id, own[id] ?? choices]));

/** The lists that questions use, and those that only expressions ask for. */
function listsOf(reading: FormReading): Readonly<Record<string, readonly Choice[]>> | undefined {
  for (const [id, secondary] of reading.secondary) {
    if (secondary.kind === 'choices' && !reading.lists.has(id)) {
      const [first = {}] = secondary.rows;
      const value = 'name' in first ? 'name' : (Object.keys(first)[0] ?? 'name');
      const label = 'itextId' in first ? 'jr:itext(itextId)' : 'label';
      reading.lists.set(id, choicesOf(reading, secondary.rows, { value, label }));
    }
  }
  const lists = [...reading.lists].filter(([id]) => !id.startsWith('earshot_'));
  return lists.length === 0 ? undefined : Object.fromEntries(lists);
}
