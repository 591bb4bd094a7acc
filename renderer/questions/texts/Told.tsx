import { RichText } from '../../ui/RichText.tsx';
import { currentText, namesIn } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import styles from './Told.module.css';

/** An answer that is shown and not asked for: calculated, or given before. */
export function Told(props: DrawnProps) {
  const { view } = props;
  const names = namesIn(view.value);
  const labels = view.choices.filter(({ name }) => names.includes(name)).map(({ label }) => label);
  const text = labels.length > 0 ? labels.join(', ') : currentText(props);
  if (text === '') return null;
  return (
    <p className={styles.told} dir="auto">
      <RichText text={text} />
    </p>
  );
}
