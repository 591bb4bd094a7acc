import { use } from 'react';
import type { DrawnProps } from '../questionProps.ts';
import type { QuestionWord } from '../questionWord.ts';
import styles from './Capture.module.css';
import { FileKeeper } from './fileKeeper.ts';
import { PickFile } from './PickFile.tsx';
import { Signature } from './Signature.tsx';

const WORDS: Readonly<Partial<Record<DrawnProps['view']['type'], QuestionWord>>> = {
  audio: 'capture.audio',
  video: 'capture.video',
};

/** Files that people give with their answers. Where none can be kept, or not of this kind yet, it says so plainly, and that one can go on. */
export function Capture(props: DrawnProps) {
  const { view, say } = props;
  const keep = use(FileKeeper);
  const signs = view.type === 'signature' || view.appearance.includes('signature');
  const missing = signs ? 'capture.signature' : view.type === 'image' ? 'capture.image' : 'capture.file';
  if (keep !== undefined && signs) return <Signature {...props} keep={keep} />;
  if (keep !== undefined && (view.type === 'image' || view.type === 'file'))
    return <PickFile {...props} keep={keep} />;
  return (
    <div className={styles.capture}>
      <p className={styles.what}>
        <bdi lang={say.language}>{say(WORDS[view.type] ?? missing)}</bdi>
      </p>
      <p>
        <bdi lang={say.language}>{say(view.required ? 'capture.required' : 'capture.goOn')}</bdi>
      </p>
    </div>
  );
}
