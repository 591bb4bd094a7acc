import type { Language } from '../../../core/questionnaire/index.ts';

export interface SurveyLanguages {
  readonly all: readonly Language[];
  /** The one that each person begins with. */
  readonly usual: string;
}

/** The languages of a definition as it came from the server; none of what is not a definition. */
export function readLanguages(definition: Readonly<Record<string, unknown>>): SurveyLanguages {
  const { languages, defaultLanguage } = definition;
  const all = Array.isArray(languages) ? languages.filter(isLanguage) : [];
  return { all, usual: typeof defaultLanguage === 'string' ? defaultLanguage : (all[0]?.code ?? 'en') };
}

const isLanguage = (value: unknown): value is Language =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'name' in value &&
  typeof value.name === 'string';
