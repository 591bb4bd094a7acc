import styles from './EmptyNote.module.css';

/** In the place of what is not there yet: what it is, and when it will come. */
export function EmptyNote({ title, hint }: { readonly title?: string; readonly hint: string }) {
  return (
    <div className={styles.note}>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}
