import { NativeSelect } from '@mantine/core';
import type { HeardQuestions, Quarantined } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { textIn } from '../surveys/textIn.ts';
import styles from './Inbox.module.css';

interface AnswerPairsProps {
  readonly said: NonNullable<Quarantined['said']>;
  readonly asked: HeardQuestions['questions'];
  readonly questions: Readonly<Record<string, string>>;
  readonly onChange: (questions: Readonly<Record<string, string>>) => void;
}

/** Each answer that has no question of its name, beside the question that it belongs to. */
export function AnswerPairs({ said, asked, questions, onChange }: AnswerPairsProps) {
  const { say, language } = useConsole();
  const known = new Set(asked.map(({ path }) => path));
  const strange = said.answers.filter(({ path }) => !known.has(path));
  if (strange.length === 0) return null;
  return (
    <>
      <p>{say('inbox.fix.strange')}</p>
      <div className={styles.pairs}>
        {strange.map(({ path, answer }) => (
          <NativeSelect
            key={path}
            label={`${path}: ${answer}`}
            value={questions[path] ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const { [path]: _, ...others } = questions;
              onChange(value === '' ? others : { ...others, [path]: value });
            }}
            data={[
              { value: '', label: say('inbox.fix.nowhere') },
              ...asked.map((one) => ({
                value: one.path,
                label: `${textIn(one.label, language, '')} (${one.path})`,
              })),
            ]}
          />
        ))}
      </div>
    </>
  );
}
