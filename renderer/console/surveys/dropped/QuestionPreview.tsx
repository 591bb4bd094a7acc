import { useState } from 'react';
import type { Definition } from '../../../../core/questionnaire/index.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import { textIn } from '../textIn.ts';
import { previewLines } from './previewLines.ts';
import styles from './QuestionPreview.module.css';

const SHOWN = 200;

/** What will be asked, in order: each question with its kind, and when it is asked. */
export function QuestionPreview({
  definition,
  title,
}: {
  readonly definition: Definition;
  readonly title: string;
}) {
  const { say, language } = useConsole();
  const [open, setOpen] = useState(false);
  const lines = open ? previewLines(definition) : [];
  const rest = lines.length - SHOWN;
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('preview.open')}</summary>
      <ol className={styles.list} aria-label={say('preview.title', { name: title })}>
        {lines.slice(0, SHOWN).map(({ path, depth, element }) => (
          <li key={path} style={{ marginInlineStart: `${(depth * 1.25).toString()}rem` }}>
            <span dir="auto" className={styles.label}>
              {textIn(element.label, language, definition.defaultLanguage) || element.name}
            </span>
            <span className={styles.kind}>
              {element.type}
              {'required' in element && element.required === 'true()' && `, ${say('preview.required')}`}
              {element.relevant !== undefined &&
                `, ${say('preview.onlyIf', { condition: element.relevant })}`}
            </span>
          </li>
        ))}
      </ol>
      {rest > 0 && <p className={styles.kind}>{say('preview.rest', { count: rest, n: rest })}</p>}
    </details>
  );
}
