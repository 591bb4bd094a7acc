import type { Definition, Element, Question } from '../definition/index.ts';

/** Columns that XForms have no place for; in an attribute of ours they outlast the way through an XForm. */
const LEFT_OVER_COLUMNS: ReadonlySet<string> = new Set([
  'warning',
  'warningMessage',
  'specialAnswers',
  'minimumSeconds',
  'extra',
]);

/** As JSON, or undefined when nothing is left over. */
export function leftOver(element: Element): string | undefined {
  const kept = Object.entries(element).filter(([column]) => LEFT_OVER_COLUMNS.has(column));
  return kept.length === 0 ? undefined : JSON.stringify(Object.fromEntries(kept));
}

/** The same for the questionnaire as a whole. */
export function leftOverOf({ title, settings, defaultLanguage }: Definition): string | undefined {
  const { clientEditable, allowChoiceDuplicates, extra } = settings ?? {};
  const titles = Object.keys(title).some((language) => language !== defaultLanguage) ? title : undefined;
  const kept = Object.entries({ title: titles, clientEditable, allowChoiceDuplicates, extra });
  const said = kept.filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : JSON.stringify(Object.fromEntries(said));
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

/** The columns of an element that its bind brought along. */
export const leftOverColumns = (bind: Readonly<Record<string, string>>): Partial<Question> =>
  Object.fromEntries(
    Object.entries(readLeftOver(bind['earshot:more'])).filter(([column]) => LEFT_OVER_COLUMNS.has(column)),
  );
