import type { Definition } from '../../core/questionnaire/index.ts';

/** What select_one_external reads: all external lists in one table; undefined when there are none. */
export function itemsetsCsv({ externalChoices, defaultLanguage }: Definition): string | undefined {
  if (externalChoices === undefined) return undefined;
  const columns = new Set<string>();
  const rows = Object.entries(externalChoices).flatMap(([list, choices]) =>
    choices.map(({ name, label, columns: own = {} }) => {
      for (const column of Object.keys(own)) columns.add(column);
      const text = label?.[defaultLanguage] ?? Object.values(label ?? {})[0] ?? '';
      return { list, name, text, own };
    }),
  );
  const head = ['list_name', 'name', 'label', ...columns];
  const lines = rows.map(({ list, name, text, own }) => [
    list,
    name,
    text,
    ...[...columns].map((column) => own[column] ?? ''),
  ]);
  return [head, ...lines].map((cells) => cells.map(quoted).join(',')).join('\n') + '\n';
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
