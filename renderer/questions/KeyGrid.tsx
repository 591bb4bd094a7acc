import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { Key } from '../ui/Key.tsx';
import styles from './KeyGrid.module.css';

export interface GridKey {
  readonly name: string;
  readonly label: string;
  /** For those who hear it, where it says more than the label. */
  readonly spoken?: string;
}

interface KeyGridProps {
  readonly label: string;
  readonly keys: readonly GridKey[];
  readonly columns: number;
  /** Empty places before the first. */
  readonly skip?: number;
  readonly chosen: string | undefined;
  /** Where a keyboard begins when nothing is chosen. */
  readonly near?: string | undefined;
  readonly onChoose: (name: string) => void;
}

/** One of many small choices in rows. One tab stop; arrows look around without choosing. */
export function KeyGrid({ label, keys, columns, skip = 0, chosen, near, onChoose }: KeyGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string>();
  const stop = [focused, chosen, near].find((name) => keys.some((key) => key.name === name)) ?? keys[0]?.name;

  const onKeyDown = (event: KeyboardEvent): void => {
    const rtl = grid.current !== null && getComputedStyle(grid.current).direction === 'rtl';
    const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowDown: columns, ArrowUp: -columns }[
      event.key
    ];
    if (by === undefined) return;
    event.preventDefault();
    const from = keys.findIndex(({ name }) => name === stop);
    const to = Math.min(keys.length - 1, Math.max(0, from + by));
    setFocused(keys[to]?.name);
    grid.current?.querySelectorAll<HTMLElement>('[role="radio"]').item(to).focus();
  };

  return (
    <div
      ref={grid}
      role="radiogroup"
      aria-label={label}
      className={styles.grid}
      style={{ '--columns': columns } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      {keys.map(({ name, label: text, spoken }, index) => (
        <Key
          key={name}
          role="radio"
          aria-checked={name === chosen}
          aria-label={spoken}
          tabIndex={name === stop ? 0 : -1}
          on={name === chosen}
          className={styles.key ?? ''}
          style={index === 0 && skip > 0 ? { gridColumnStart: skip + 1 } : undefined}
          data-value={name}
          onFocus={() => setFocused(name)}
          onClick={() => onChoose(name)}
        >
          {text}
        </Key>
      ))}
    </div>
  );
}
