import { Glyph } from '../../ui/Glyph.tsx';
import { Key } from '../../ui/Key.tsx';
import type { QuestionSay } from '../questionWord.ts';
import styles from './NumberEntry.module.css';

interface NumberPadProps {
  readonly text: string;
  /** What may stand beside digits: a sign, a point. */
  readonly signs: string;
  readonly say: QuestionSay;
  readonly onChange: (text: string) => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const SHOWN: Readonly<Record<string, string>> = { '-': '−' };

/** Keys for a terminal without a keyboard, in the order of a telephone. */
export function NumberPad({ text, signs, say, onChange }: NumberPadProps) {
  const press = (sign: string): void => onChange(sign === '-' ? turned(text) : text + sign);
  return (
    <div role="group" aria-label={say('keypad')} className={styles.pad} dir="ltr">
      {DIGITS.map((digit) => (
        <Key key={digit} className={styles.key ?? ''} onClick={() => press(digit)}>
          {digit}
        </Key>
      ))}
      <div className={styles.signs}>
        {Array.from(signs).map((sign) => (
          <Key key={sign} className={styles.key ?? ''} onClick={() => press(sign)}>
            {SHOWN[sign] ?? sign}
          </Key>
        ))}
      </div>
      <Key className={styles.key ?? ''} onClick={() => press('0')}>
        0
      </Key>
      <Key
        className={styles.key ?? ''}
        lang={say.language}
        aria-label={say('deleteDigit')}
        disabled={text === ''}
        onClick={() => onChange(text.slice(0, -1))}
      >
        <Glyph of="erase" />
      </Key>
    </div>
  );
}

const turned = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`);
