import type { ListedSurvey, TouchpointList } from '../../../../core/protocol/index.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import { CheckedFormCard } from './CheckedFormCard.tsx';
import styles from './CheckedForms.module.css';
import { UnreadCard } from './UnreadCard.tsx';
import type { DroppedForms } from './useDroppedForms.ts';

interface CheckedFormsProps {
  readonly dropped: DroppedForms;
  readonly surveys: readonly ListedSurvey[];
  readonly touchpoints: TouchpointList['touchpoints'];
}

/** What was said of each file that was dropped; read out as it comes. */
export function CheckedForms({ dropped, surveys, touchpoints }: CheckedFormsProps) {
  const { say } = useConsole();
  const { entries, remove, markPublished } = dropped;
  return (
    <div role="log" aria-label={say('check.title')} className={styles.list}>
      {entries.map((entry) =>
        entry.kind === 'form' ? (
          <CheckedFormCard
            key={entry.key}
            form={entry.form}
            published={entry.published}
            surveys={surveys}
            touchpoints={touchpoints}
            onRemove={() => remove(entry.key)}
            onPublished={(published) => markPublished(entry.key, published)}
          />
        ) : (
          <UnreadCard key={entry.key} file={entry.file} why={entry.why} onRemove={() => remove(entry.key)} />
        ),
      )}
    </div>
  );
}
