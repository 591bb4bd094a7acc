import { createElement, lazy, Suspense, use, type ComponentType } from 'react';
import styles from './AnyQuestion.module.css';
import { drawingOf } from './drawings.ts';
import type { DrawnProps, QuestionProps } from './questionProps.ts';

const SpecialAnswers = lazy(async () => ({
  default: (await import('./choices/SpecialAnswers.tsx')).SpecialAnswers,
}));

/** A question's answers, drawn by its type, and the ways out that it offers beside them. */
export function AnyQuestion(props: QuestionProps) {
  const drawing = drawingOf(props.view);
  const offersWaysOut = (props.view.question.specialAnswers?.length ?? 0) > 0 && !props.view.readOnly;
  return (
    <>
      {'now' in drawing ? (
        createElement(drawing.now, props)
      ) : (
        <Suspense fallback={<div className={styles.coming} />}>
          <Worded drawn={drawing.later} {...props} />
        </Suspense>
      )}
      {offersWaysOut && (
        <Suspense>
          <Worded drawn={SpecialAnswers} {...props} />
        </Suspense>
      )}
    </>
  );
}

/** Waits for the words that are not there from the start. */
function Worded({ drawn, ...props }: QuestionProps & { readonly drawn: ComponentType<DrawnProps> }) {
  return createElement(drawn, { ...props, say: use(props.words.later) });
}
