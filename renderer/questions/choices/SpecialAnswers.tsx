import { isSpecial } from '../../../core/questionnaire/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { DrawnProps } from '../questionProps.ts';
import styles from './SpecialAnswers.module.css';

/** Ways out that the question offers beside its answers. They are answers too, and stand back a little. */
export function SpecialAnswers({ view, labelId, say, onAnswer }: DrawnProps) {
  const said = isSpecial(view.value) ? view.value.special : undefined;
  return (
    <div role="group" aria-labelledby={labelId} className={styles.ways}>
      {view.question.specialAnswers?.map((special) => (
        <Button
          key={special}
          lang={say.language}
          kind="secondary"
          className={styles.way}
          aria-pressed={said === special}
          data-value={special}
          onClick={() =>
            said === special
              ? onAnswer(null, { part: special, complete: false })
              : onAnswer({ special }, { part: special, complete: true })
          }
        >
          {said === special && <span aria-hidden="true">✓</span>}
          {say(`special.${special}`)}
        </Button>
      ))}
    </div>
  );
}
