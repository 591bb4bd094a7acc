import type { Choice } from '../../definition/index.ts';
import type { FormReading } from './formReading.ts';
import type { Row } from './readSecondary.ts';
import { sayingOfId } from './texts.ts';

/** Which columns hold what a choice is called and what people read. */
export interface ChoiceColumns {
  readonly value: string;
  /** A column, or `jr:itext(column)`. */
  readonly label: string;
}

/** Column of ours: chosen alone. */
const EXCLUSIVE = 'earshot_exclusive';

/** Rows as choices; what is neither name nor label stays a column, and so does the name where it is called otherwise. */
export function choicesOf(
  reading: FormReading,
  rows: readonly Row[],
  { value, label }: ChoiceColumns,
): readonly Choice[] {
  const [, itext] = /^jr:itext\(\s*(.+?)\s*\)$/.exec(label) ?? [];
  return rows.map((row) => {
    const saying =
      itext !== undefined && row[itext] !== undefined
        ? sayingOfId(reading, row[itext], '')
        : (row[label] ?? '') === ''
          ? {}
          : { text: { [reading.itext.defaultLanguage]: row[label] ?? '' } };
    if (itext === undefined && saying.text !== undefined) reading.plain.add('choices');
    const dropped = new Set(['name', 'label', 'itextId', EXCLUSIVE]);
    const columns = Object.fromEntries(Object.entries(row).filter(([column]) => !dropped.has(column)));
    return {
      name: row[value] ?? '',
      ...(saying.text === undefined ? {} : { label: saying.text }),
      ...(saying.media === undefined ? {} : { media: saying.media }),
      ...(row[EXCLUSIVE] === undefined ? {} : { exclusive: true }),
      ...(Object.keys(columns).length === 0 ? {} : { columns }),
    };
  });
}
