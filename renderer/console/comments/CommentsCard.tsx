import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OverviewComment } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import { Comment } from './Comment.tsx';
import styles from './CommentsCard.module.css';

interface CommentsCardProps {
  readonly comments: readonly OverviewComment[];
  readonly formats: Formats;
  readonly now: number;
}

const SHOWN = 7;

/** The latest words, as they were written. */
export function CommentsCard({ comments, formats, now }: CommentsCardProps) {
  const { say } = useConsole();
  const [all, setAll] = useState(false);
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
    </Card>
  );
}
