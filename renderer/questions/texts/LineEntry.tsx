import { Field } from '../../ui/Field.tsx';
import { currentText } from '../currentValue.ts';
import { entryProps } from '../entryProps.ts';
import type { DrawnProps } from '../questionProps.ts';
import styles from './LineEntry.module.css';

/** An e-mail address. */
export function LineEntry(props: DrawnProps) {
  const { alone, typed, onType, onAnswer } = props;
  return (
    <Field
      {...entryProps(props)}
      className={styles.line ?? ''}
      inputMode="email"
      autoCapitalize="off"
      dir="ltr"
      placeholder="name@example.org"
      value={currentText(props)}
      onChange={(event) => onType(event.target.value)}
      onBlur={() => {
        if (!alone && typed !== undefined) onAnswer(typed.trim(), { complete: false });
      }}
    />
  );
}
