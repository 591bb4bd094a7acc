import type { PlainColumn, Spelling } from '../../definition/index.ts';
import type { FormReading } from './formReading.ts';

const COLUMNS: readonly PlainColumn[] = ['label', 'hint', 'requiredMessage', 'constraintMessage', 'choices'];

/** How the form says what can be said in two ways; undefined for forms whose only language has no name. */
export function readSpelling({ itext, plain }: FormReading): Spelling | undefined {
  const { languages, defaultUnsaid } = itext;
  if (languages.length === 1 && languages[0]?.code === 'default') return undefined;
  const columns = COLUMNS.filter((column) => plain.has(column));
  if (columns.length === 0 && !defaultUnsaid) return undefined;
  return {
    ...(columns.length === 0 ? {} : { plain: columns }),
    ...(defaultUnsaid ? { defaultUnsaid } : {}),
  };
}
