import { useState } from 'react';
import type { QuestionView } from '../../../core/questionnaire/index.ts';
import { Field } from '../../ui/Field.tsx';
import { Glyph } from '../../ui/Glyph.tsx';
import { Key } from '../../ui/Key.tsx';
import { currentText } from '../currentValue.ts';
import { entryProps } from '../entryProps.ts';
import type { DrawnProps } from '../questionProps.ts';
import { Counter } from './Counter.tsx';
import { groupDigits } from './groupDigits.ts';
import styles from './NumberEntry.module.css';
import { NumberPad } from './NumberPad.tsx';

const SIGNS: Partial<Record<QuestionView['type'], string>> = { integer: '-', 'phone-number': '+' };
const LONGEST = 30;

/** A number, or digits of another kind, by our own keys or a keyboard; handed in by whoever shows the question. */
export function NumberEntry(props: DrawnProps) {
  return props.view.appearance.includes('counter') ? <Counter {...props} /> : <WithKeys {...props} />;
}

function WithKeys(props: DrawnProps) {
  const { view, alone, say, typed, onType, onAnswer } = props;
  const [open, setOpen] = useState(alone);
  const signs = SIGNS[view.type] ?? '-.';
  const text = currentText(props);
  const phone = view.type === 'phone-number';
  const grouped = view.appearance.includes('thousands-sep') && !phone;
  const write = (next: string): void => onType(cleaned(next, signs, phone));
  return (
    <div className={styles.entry}>
      <div className={styles.line}>
        <Field
          {...entryProps(props)}
          className={styles.field ?? ''}
          inputMode={open ? 'none' : phone ? 'tel' : signs.includes('.') ? 'decimal' : 'numeric'}
          maxLength={LONGEST}
          dir="ltr"
          value={grouped ? groupDigits(text) : text}
          onChange={(event) => write(event.target.value)}
          onBlur={() => {
            if (!alone && typed !== undefined) onAnswer(typed.trim(), { complete: false });
          }}
        />
        {!alone && (
          <Key
            className={styles.opens ?? ''}
            aria-label={say('keypad')}
            aria-expanded={open}
            on={open}
            onClick={() => setOpen(!open)}
          >
            <Glyph of={open ? 'up' : 'down'} />
          </Key>
        )}
      </div>
      {open && <NumberPad text={text} signs={signs} say={say} onChange={write} />}
    </div>
  );
}

/** A comma counts as the decimal point; a sign only in front. */
function cleaned(text: string, signs: string, spaced: boolean): string {
  const found = Array.from(text.replaceAll(',', '.')).filter(
    (letter) => /\d/.test(letter) || signs.includes(letter) || (spaced && /[\s().-]/.test(letter)),
  );
  const point = found.indexOf('.');
  return found
    .filter((letter, at) => (letter !== '+' && letter !== '-') || at === 0 || spaced)
    .filter((letter, at) => letter !== '.' || spaced || at === point)
    .join('')
    .slice(0, LONGEST);
}
