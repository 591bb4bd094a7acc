import { createElement, lazy, Suspense } from 'react';
import styles from './AnyQuestion.module.css';
import { drawnAtOnce } from './drawnAtOnce.ts';
import type { QuestionProps } from './questionProps.ts';

const LaterQuestion = lazy(async () => ({ default: (await import('./later.ts')).LaterQuestion }));

/** A question's answers, drawn by its type, and the ways out that it offers beside them. */
export function AnyQuestion(props: QuestionProps) {
  const { view, fileUrl } = props;
  const drawn = drawnAtOnce(view);
  const besides =
    view.question.specialAnswers !== undefined || (view.media !== undefined && fileUrl !== undefined);
  return (
    <>
      {drawn !== undefined && createElement(drawn, props)}
      {(drawn === undefined || besides) && (
        <Suspense fallback={drawn === undefined && <div className={styles.coming} />}>
          <LaterQuestion besides={drawn !== undefined} {...props} />
        </Suspense>
      )}
    </>
  );
}
