import type { Definition, Element, EntityDeclaration, Question } from '../definition/index.ts';
import { attachedOf } from './attached.ts';
import { lostColumns } from './writing/lostColumns.ts';

/** What of a question may come back from an attribute of ours. */
const COLUMNS: ReadonlySet<string> = new Set([
  ...[
    'type',
    'label',
    'hint',
    'guidanceHint',
    'media',
    'appearance',
    'bind',
    'body',
    'parameters',
    'readOnly',
  ],
  ...['choices', 'choicesFrom', 'file', 'choiceFilter', 'orOther', 'saveTo'],
  ...['warning', 'warningMessage', 'specialAnswers', 'minimumSeconds', 'extra'],
]);

/** What XForms have no place for outlasts the way through one in an attribute of ours, as JSON; undefined when nothing is lost. */
export function leftOver(element: Element, definition: Definition): string | undefined {
  const lost = lostColumns(element, definition);
  return lost === undefined ? undefined : JSON.stringify(lost);
}

/** The same for the questionnaire as a whole; `hasItext`: translations say which languages there are. */
export function leftOverOf(
  {
    title,
    settings,
    languages,
    defaultLanguage,
    spelling,
    osmTags,
    entities,
    elements,
    choices = {},
  }: Definition,
  hasItext: boolean,
): string | undefined {
  const isUnnamed = hasItext || (languages.length === 1 && languages[0]?.code === 'default');
  const { clientEditable, allowChoiceDuplicates, omitInstanceId, extra } = settings ?? {};
  const kept = Object.entries({
    title: Object.keys(title).some((language) => language !== defaultLanguage) ? title : undefined,
    languages: isUnnamed ? undefined : languages,
    defaultLanguage: isUnnamed ? undefined : defaultLanguage,
    spelling,
    clientEditable: clientEditable === false ? false : undefined,
    allowChoiceDuplicates,
    omitInstanceId: omitInstanceId === false ? false : undefined,
    extra,
    osmTags,
    entities: entities !== undefined && losesEntities(entities) ? entities : undefined,
    attached: attachedOf(elements),
    lists: unsayableLists(choices),
  });
  const said = kept.filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : JSON.stringify(Object.fromEntries(said));
}

/** An XForm says where entities are made, but neither in which order they were declared nor who said where. */
const losesEntities = (entities: readonly EntityDeclaration[]): boolean =>
  entities.length > 1 || entities.some(({ repeat }) => repeat !== undefined);

/** Lists with a label that XForms do not keep as it is. */
function unsayableLists(lists: NonNullable<Definition['choices']>): Definition['choices'] {
  const kept = Object.entries(lists).filter(([, choices]) =>
    choices.some(({ label }) => Object.values(label ?? {}).some((text) => text !== text.trim())),
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Reads either back; anything else than an object says nothing. Values are checked with the whole definition. */
export function readLeftOver(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : {};
  } catch {
    return {};
  }
}

/** The columns of an element that its bind brought along; those that must not be there are undefined. */
export const leftOverColumns = (bind: Readonly<Record<string, string>>): Partial<Question> =>
  Object.fromEntries(
    Object.entries(readLeftOver(bind['earshot:more']))
      .filter(([column]) => COLUMNS.has(column))
      .map(([column, value]) => [column, value ?? undefined]),
  );
