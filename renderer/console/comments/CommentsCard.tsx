import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { OverviewComment } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import { Comment } from './Comment.tsx';
import styles from './CommentsCard.module.css';

interface CommentsCardProps {
  readonly comments: readonly OverviewComment[];
  /** Flagged ones: only whoever asks for them reads them. */
  readonly heldBack: readonly OverviewComment[];
  readonly formats: Formats;
  readonly now: number;
}

const SHOWN = 7;

/** The latest words, as they were written; apart from them what looks like nonsense, or abuse, whose words are hidden. */
export function CommentsCard({ comments, heldBack, formats, now }: CommentsCardProps) {
  const { say } = useConsole();
  const [all, setAll] = useState(false);
  const [everything, setEverything] = useState(false);
  const heldBackId = useId();
  const hidden = Math.max(0, comments.length - SHOWN);
  return (
    <Card title={say('comments.title')} aside={comments.length > 0 ? say('comments.latest') : undefined}>
      {comments.length === 0 && <EmptyNote title={say('comments.none')} hint={say('comments.noneHint')} />}
      <ul className={styles.list}>
        {(all ? comments : comments.slice(0, SHOWN)).map((comment) => (
          <Comment key={comment.responseId} comment={comment} formats={formats} now={now} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="default" size="sm" mt="sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('comments.fewer') : say('comments.more', { count: hidden, n: formats.count(hidden) })}
        </Button>
      )}
      {heldBack.length > 0 && (
        <div className={styles.heldBack}>
          <Button
            variant="subtle"
            size="sm"
            px="xs"
            ms="-xs"
            aria-expanded={everything}
            aria-controls={heldBackId}
            onClick={() => setEverything(!everything)}
          >
            {everything
              ? say('comments.hideHeldBack')
              : say('comments.heldBack', { count: heldBack.length, n: formats.count(heldBack.length) })}
          </Button>
          <ul id={heldBackId} className={styles.list} hidden={!everything}>
            {heldBack.map((comment) => (
              <Comment key={comment.responseId} comment={comment} formats={formats} now={now} />
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
