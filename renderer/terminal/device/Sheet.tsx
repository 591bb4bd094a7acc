import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly title: string;
  /** Left out where the content has its own way out. */
  readonly closeLabel?: string;
  readonly onClose: () => void;
  readonly onKey?: (key: string) => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** In front of everything else, for staff: a native modal dialog, so focus stays inside and Escape closes. */
export function Sheet({ title, closeLabel, onClose, onKey, wide = false, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      data-wide={wide}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={({ key }) => onKey?.(key)}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title} tabIndex={-1} autoFocus>
          {title}
        </h2>
        {closeLabel !== undefined && (
          <Button kind="quiet" className={styles.close} onClick={onClose}>
            {closeLabel}
          </Button>
        )}
      </div>
      {children}
    </dialog>
  );
}
