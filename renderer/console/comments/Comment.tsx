import { useId, useState } from 'react';
import type { OverviewComment } from '../../../core/protocol/index.ts';
import { maskProfanity } from '../../../core/response/index.ts';
import { Face } from '../../ui/Face.tsx';
import { isLevel } from '../faces/facesOf.ts';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Comment.module.css';

interface CommentProps {
  readonly comment: OverviewComment;
  readonly formats: Formats;
  readonly now: number;
}

/** Longer ones are shown in part, so that one talker does not push all others off the page. */
const LONG = 400;
const LONG_LINES = 6;

/** What one person wrote, in their language and direction, with the face they tapped. */
export function Comment({ comment, formats, now }: CommentProps) {
  const { say } = useConsole();
  const { face, language, at, flag } = comment;
  const text = flag === 'profanity' ? maskProfanity(comment.text, language) : comment.text;
  const textId = useId();
  const [whole, setWhole] = useState(false);
  const isLong = text.length > LONG || text.split('\n').length > LONG_LINES;
  return (
    <li className={styles.comment}>
      {isLevel(face) ? (
        <Face level={face} className={styles.face} />
      ) : (
        <span aria-hidden="true" className={styles.noFace} />
      )}
      <div className={styles.body}>
        <p
          id={textId}
          lang={language}
          dir="auto"
          className={`${styles.text} ${isLong && !whole ? styles.part : ''}`}
        >
          {text}
        </p>
        {isLong && (
          <button
            type="button"
            className={styles.more}
            aria-expanded={whole}
            aria-controls={textId}
            onClick={() => setWhole(!whole)}
          >
            {say(whole ? 'comments.part' : 'comments.whole')}
          </button>
        )}
        <p className={styles.about}>
          {flag !== '' && <span className={styles.flag}>{say(`comments.${flag}`)}</span>}
          <span>{isLevel(face) ? say(`faces.${face}`) : say('faces.none')}</span>
          <span>{formats.languageName(language)}</span>
          <time dateTime={new Date(at).toISOString()}>{momentText(formats, at, now)}</time>
          <span className={styles.ago}>{formats.ago(at, now)}</span>
        </p>
      </div>
    </li>
  );
}

/** The clock says enough of today; older words carry their day. */
const momentText = (formats: Formats, at: number, now: number): string =>
  formats.day(at) === formats.day(now) ? formats.clock(at) : formats.dayAndClock(at);
