import { RichText } from '../../ui/RichText.tsx';
import { useRovingFocus } from '../useRovingFocus.ts';
import styles from './Pictures.module.css';
import type { SelectingProps } from './selectingProps.ts';

/** Choices as pictures; the words stand below, also where a picture is not there. */
export function Pictures(props: SelectingProps) {
  const { view, labelId, describedBy, of, chosen, fileUrl, onChoose } = props;
  const { choices } = view;
  const first = choices.findIndex(({ name }) => chosen.includes(name));
  const { onKeyDown, itemProps } = useRovingFocus(choices.length, Math.max(0, first));
  const wordless = view.appearance.includes('no-buttons');
  return (
    <div
      role={of === 'one' ? 'radiogroup' : 'group'}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-required={of === 'one' ? view.required : undefined}
      className={styles.pictures}
      data-count={choices.length}
      onKeyDown={of === 'one' ? onKeyDown : undefined}
    >
      {choices.map(({ name, label, media }, index) => {
        const url = media?.image === undefined ? undefined : fileUrl?.(media.image);
        return (
          <button
            key={name}
            type="button"
            role={of === 'one' ? 'radio' : 'checkbox'}
            aria-checked={chosen.includes(name)}
            className={styles.picture}
            data-value={name}
            onClick={() => onChoose(name)}
            {...(of === 'one' ? itemProps(index) : {})}
          >
            {url === undefined ? (
              <span className={styles.missing} aria-hidden="true">
                {Array.from(label.trim())[0]?.toUpperCase()}
              </span>
            ) : (
              <img className={styles.image} src={url} alt={wordless ? label : ''} draggable={false} />
            )}
            {(url === undefined || !wordless) && (
              <span className={styles.label}>
                <RichText text={label} />
              </span>
            )}
            <svg className={styles.tick} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
              <rect x="2" y="2" width="28" height="28" rx={of === 'many' ? 9 : 14} />
              {chosen.includes(name) && <path d="M9 16.5 14 21.5 23.5 11" />}
            </svg>
          </button>
        );
      })}
    </div>
  );
}
