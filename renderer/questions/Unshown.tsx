import type { QuestionProps } from './questionProps.ts';
import styles from './Unshown.module.css';

const READ_ONLY: readonly string[] = ['note', 'statement'];

/** A note has nothing to answer; a question that can't be drawn says so, and never stands in the way of the others. */
export function Unshown({ view, words }: QuestionProps) {
  if (READ_ONLY.includes(view.type)) return null;
  return <p className={styles.unshown}>{words.cannotBeShown}</p>;
}
