import { checkDefinition, describeProblem } from '../index.ts';
import type { Problem } from '../index.ts';

interface Found {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly all: readonly Problem[];
}

/** What the static checks say of a small questionnaire in English that consists of these elements. */
export function problemsOf(elements: readonly unknown[], more: object = {}): Found {
  const result = checkDefinition({
    schema: 1,
    id: 'visit',
    version: '1',
    title: { en: 'Visit' },
    languages: [{ code: 'en', name: 'English' }],
    defaultLanguage: 'en',
    elements,
    ...more,
  });
  const all = result.ok ? result.value.warnings : result.error;
  const lines = (severity: Problem['severity']): readonly string[] =>
    all.filter((problem) => problem.severity === severity).map(describeProblem);
  return { errors: lines('error'), warnings: lines('warning'), all };
}

/** A question with a label, of type text unless its columns say otherwise. */
export const ask = (name: string, columns: object = {}): object => ({
  type: 'text',
  name,
  label: { en: name },
  ...columns,
});

/** Choices with labels. */
export const listOf = (...names: readonly string[]): readonly object[] =>
  names.map((name) => ({ name, label: { en: name } }));
