import { lazy, Suspense } from 'react';
import type { SectionView } from '../../../core/questionnaire/index.ts';
import type { QuestionWords } from '../../questions/questionProps.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Heading } from '../frame/Heading.tsx';
import type { KioskEvent } from '../kiosk/kiosk.ts';
import styles from './SectionWords.module.css';

const RemoveInstance = lazy(async () => ({ default: (await import('./repeats.ts')).RemoveInstance }));

interface SectionWordsProps {
  readonly sections: readonly SectionView[];
  /** The questions below share the screen, and this is its heading. */
  readonly heads: boolean;
  readonly takesFocus: boolean;
  readonly words: QuestionWords;
  readonly send: (event: KioskEvent) => void;
}

/** What the questions are about: the heading of a screen with several, a quiet line above one; in a repeat, which one and the way to take it back. */
export function SectionWords({ sections, heads, takesFocus, words, send }: SectionWordsProps) {
  const named = sections.findLast(({ label }) => label !== '');
  const instance = sections.findLast(({ position }) => position !== undefined);
  if (named === undefined && instance?.removable !== true) return null;
  const number =
    instance === undefined || named?.label.includes(String(instance.position))
      ? ''
      : ` ${String(instance.position)}`;
  const text = `${named?.label ?? ''}${number}`;
  return (
    <div className={styles.section} data-section="">
      {named !== undefined &&
        (heads ? (
          <Heading text={text} takesFocus={takesFocus} />
        ) : (
          <p className={styles.eyebrow}>
            <RichText text={text} />
          </p>
        ))}
      {instance?.removable === true && (
        <Suspense>
          <RemoveInstance path={instance.path} words={words} send={send} />
        </Suspense>
      )}
    </div>
  );
}
