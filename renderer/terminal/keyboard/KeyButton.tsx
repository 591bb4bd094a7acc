import type { ReactNode } from 'react';
import { Key } from '../../ui/Key.tsx';
import styles from './Keyboard.module.css';
import { useHeld } from './useHeld.ts';

/** `at`: when, in milliseconds of the page. */
export type Press = (by: 'finger' | 'other', at: number) => void;

interface KeyButtonProps {
  readonly name: string;
  readonly label: string | undefined;
  readonly lang: string;
  readonly stop: boolean;
  readonly look: 'letter' | 'act' | 'space' | 'hide';
  readonly on?: boolean | undefined;
  readonly repeats?: boolean;
  readonly onPress: Press;
  readonly children: ReactNode;
}

/**
 * A key answers when the finger comes down, as keys do: letters typed fast overlap. What has no finger (a screen reader, a keyboard
 * that walks over the keys) clicks, and a click that a finger made is told by its count. Only what closes the keyboard waits for the
 * click: else its end would hit what appears below.
 */
export function KeyButton(props: KeyButtonProps) {
  const { name, label, lang, stop, look, on, repeats = false, onPress, children } = props;
  const hold = useHeld(() => onPress('finger', 0));
  const waits = look === 'hide';
  return (
    <Key
      className={styles.key ?? ''}
      data-key={name}
      data-look={look}
      lang={lang}
      aria-label={label}
      aria-pressed={on}
      tabIndex={stop ? 0 : -1}
      onPointerDown={(event) => {
        event.preventDefault();
        if (waits || event.button !== 0) return;
        onPress('finger', event.timeStamp);
        if (repeats) hold();
      }}
      onClick={(event) => {
        if (waits || event.detail === 0) onPress('other', event.timeStamp);
      }}
    >
      {children}
    </Key>
  );
}
