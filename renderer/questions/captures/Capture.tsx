import type { QuestionWord } from '../questionWord.ts';
import type { DrawnProps } from '../questionProps.ts';
import styles from './Capture.module.css';

const WORDS: Readonly<Partial<Record<DrawnProps['view']['type'], QuestionWord>>> = {
  image: 'capture.image',
  audio: 'capture.audio',
  video: 'capture.video',
  signature: 'capture.signature',
};

/** A response carries no files yet: says so plainly, and that one can go on. */
export function Capture({ view, say }: DrawnProps) {
  const signs = view.type === 'image' && view.appearance.includes('signature');
  return (
    <div className={styles.capture} lang={say.language}>
      <p className={styles.what}>{say(signs ? 'capture.signature' : (WORDS[view.type] ?? 'capture.file'))}</p>
      <p>{say(view.required ? 'capture.required' : 'capture.goOn')}</p>
    </div>
  );
}
