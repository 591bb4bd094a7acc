import { useState, type CSSProperties } from 'react';
import type { Language } from '../../../core/questionnaire/index.ts';
import type { KeyboardSay } from '../../i18n/keyboard/index.ts';
import { KeyButton, type Press } from './KeyButton.tsx';
import styles from './Keyboard.module.css';
import { keyRows, type After, type Does, type KeySpec, type Kind } from './keyRows.ts';
import { capitalOf, layoutsFor, plainLayout } from './layouts.ts';
import { lookOf } from './lookOf.tsx';
import { useArrows } from './useArrows.ts';
import { useShift } from './useShift.ts';
import { eraseIn, writeInto, type Field } from './writeInto.ts';

interface KeysProps {
  readonly field: Field;
  /** The field after it on the screen. */
  readonly next: Field | undefined;
  readonly kind: Kind;
  readonly languages: readonly Language[];
  readonly language: string;
  readonly say: KeyboardSay;
  readonly hide: () => void;
}

/** Keys for one kind of text in the language of the interview, and what each of them does. */
export function Keys({ field, next, kind, languages, language, say, hide }: KeysProps) {
  const layouts = layoutsFor(
    language,
    languages.map(({ code }) => code),
  );
  const [nth, setNth] = useState(0);
  const [page, setPage] = useState<'letters' | 'signs'>('letters');
  const { shift, press: pressShift, pressOther } = useShift(field);
  const { stop, ...arrows } = useArrows('1');
  const layout = kind === 'email' ? plainLayout(language) : (layouts[nth] ?? plainLayout(language));
  const after: After =
    field instanceof HTMLTextAreaElement ? 'newLine' : next === undefined ? undefined : 'next';
  const { columns, rows } = keyRows({ kind, layout, page, several: layouts.length > 1, after });
  const capital = shift !== 'off' && kind === 'text' && page === 'letters';
  const typed = (types: string): string => (capital ? capitalOf(types, layout.language) : types);

  const does: Readonly<Record<Does, (at: number) => void>> = {
    shift: pressShift,
    erase: () => eraseIn(field),
    page: () => setPage(page === 'letters' ? 'signs' : 'letters'),
    language: () => setNth((nth + 1) % layouts.length),
    newLine: () => writeInto(field, '\n'),
    next: () => next?.focus(),
    hide,
  };
  const pressOf =
    (key: KeySpec): Press =>
    (by, at) => {
      // The caret is to be seen where it writes.
      if (by === 'finger' && document.activeElement !== field) field.focus({ preventScroll: true });
      if (!('does' in key) || key.does !== 'shift') pressOther();
      if ('types' in key) writeInto(field, typed(key.types));
      else does[key.does](at);
    };

  const all = rows.flat().map(nameOf);
  const stopHere = all.includes(stop) ? stop : all[0];
  const look = { kind, layout, languages, page, shift, typed, after, say };
  return (
    <div className={styles.keys} dir="ltr" style={{ '--columns': columns } as CSSProperties} {...arrows}>
      {rows.map((keys, row) => (
        <div key={row} className={styles.row}>
          {keys.map((key) => (
            <KeyButton
              key={nameOf(key)}
              name={'types' in key ? typed(key.types) : key.does}
              stop={nameOf(key) === stopHere}
              repeats={nameOf(key) === 'erase'}
              onPress={pressOf(key)}
              {...lookOf(key, look)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const nameOf = (key: KeySpec): string => ('types' in key ? key.types : key.does);
