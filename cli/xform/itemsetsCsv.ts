import type { Choice, Definition } from '../../core/questionnaire/index.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Headers of the labels by language: one without a name in a form of one language. */
function labelHeaders(
  { languages, defaultLanguage }: Definition,
  choices: readonly Choice[],
): ReadonlyMap<string, string> {
  const spoken = new Set(choices.flatMap(({ label = {} }) => Object.keys(label)));
  if (languages.length === 1 || spoken.size === 0) return new Map([[defaultLanguage, 'label']]);
  return new Map(
    languages
      .filter(({ code }) => spoken.has(code))
      .map(({ code, name }) => [code, `label::${name === code ? code : `${name} (${code})`}`]),
  );
}

/** What select_one_external reads: all external lists in one table; undefined when there are none. */
export function itemsetsCsv(definition: Definition): string | undefined {
  const { externalChoices } = definition;
  if (externalChoices === undefined) return undefined;
  const all = Object.values(externalChoices).flat();
  const labels = labelHeaders(definition, all);
  const columns = [...new Set(all.flatMap((choice) => Object.keys(choice.columns ?? {})))];
  const head = ['list_name', 'name', ...labels.values(), ...columns];
  const lines = Object.entries(externalChoices).flatMap(([list, choices]) =>
    choices.map(({ name, label, columns: own }) => [
      ...[list, name],
      ...[...labels.keys()].map((code) => label?.[code] ?? ''),
      ...columns.map((column) => own?.[column] ?? ''),
    ]),
  );
  return [head, ...lines].map((cells) => cells.map(quoted).join(',')).join('\n') + '\n';
}
