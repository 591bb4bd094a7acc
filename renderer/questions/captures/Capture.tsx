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
    <div className={styles.capture}>
      <p className={styles.what}>
        <bdi lang={say.language}>
          {say(signs ? 'capture.signature' : (WORDS[view.type] ?? 'capture.file'))}
        </bdi>
      </p>
      <p>
        <bdi lang={say.language}>{say(view.required ? 'capture.required' : 'capture.goOn')}</bdi>
      </p>
    </div>
  );
}
