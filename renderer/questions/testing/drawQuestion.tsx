import { act, render } from '@testing-library/react';
import { useState } from 'react';
import { vi } from 'vitest';
import type { AnswerValue, ChoiceView, QuestionView } from '../../../core/questionnaire/index.ts';
import { AnyQuestion } from '../AnyQuestion.tsx';
import type { Given, QuestionProps } from '../questionProps.ts';
import type { QuestionSay, QuestionWord } from '../questionWord.ts';

/** Says the name of the word and what is written into it. */
export const sayWords: QuestionSay = Object.assign(
  (key: QuestionWord, values: Readonly<Record<string, string | number>> = {}): string =>
    [key, ...Object.values(values)].join(' '),
  { language: 'en' },
);

export const viewOf = (change: Partial<QuestionView>): QuestionView => ({
  path: '/data/q',
  name: 'q',
  type: 'smiley',
  label: 'How was it?',
  choices: [],
  value: null,
  required: true,
  readOnly: false,
  relevant: true,
  appearance: [],
  parameters: {},
  question: { type: change.type ?? 'smiley', name: 'q' },
  ...change,
});

export const choice = (name: string, more: Partial<ChoiceView> = {}): ChoiceView => ({
  name,
  label: `The ${name}`,
  ...more,
});

export interface Drawn {
  readonly onAnswer: ReturnType<typeof vi.fn<QuestionProps['onAnswer']>>;
  readonly onType: ReturnType<typeof vi.fn<QuestionProps['onType']>>;
  /** The latest answer that an interview would have got. */
  readonly answer: () => AnswerValue | undefined;
  /** The latest text that is no answer yet. */
  readonly typed: () => string | undefined;
}

interface Stage {
  readonly change: Partial<QuestionView>;
  readonly alone: boolean;
  readonly onAnswer: QuestionProps['onAnswer'];
  readonly onType: QuestionProps['onType'];
  readonly fileUrl: QuestionProps['fileUrl'];
}

/** Keeps answers and texts as an interview does: an answer replaces what was written. */
function Interviewed({ change, alone, onAnswer, onType, fileUrl }: Stage) {
  const [value, setValue] = useState(change.value ?? null);
  const [typed, setTyped] = useState<string>();
  return (
    <>
      <h1 id="asks">How was it?</h1>
      <AnyQuestion
        view={viewOf({ ...change, value })}
        labelId="asks"
        describedBy={undefined}
        alone={alone}
        language="en"
        words={WORDS}
        typed={typed}
        {...(fileUrl !== undefined && { fileUrl })}
        onAnswer={(answer: AnswerValue, given: Given) => {
          onAnswer(answer, given);
          setValue(answer);
          setTyped(undefined);
        }}
        onType={(text) => {
          onType(text);
          setTyped(text);
        }}
      />
    </>
  );
}

const WORDS: QuestionProps['words'] = {
  cannotBeShown: 'cannot be shown',
  faces: ['Very bad', 'Bad', 'Okay', 'Good', 'Very good'],
  later: Promise.resolve(sayWords),
};

/** Draws a question by itself, as a preview would, and lets it be answered. */
export async function drawQuestion(
  change: Partial<QuestionView>,
  { alone = true, fileUrl }: { readonly alone?: boolean; readonly fileUrl?: QuestionProps['fileUrl'] } = {},
): Promise<Drawn> {
  const onAnswer = vi.fn<QuestionProps['onAnswer']>();
  const onType = vi.fn<QuestionProps['onType']>();
  await act(async () => {
    render(
      <Interviewed change={change} alone={alone} onAnswer={onAnswer} onType={onType} fileUrl={fileUrl} />,
    );
    await import('../later.ts');
  });
  return {
    onAnswer,
    onType,
    answer: () => onAnswer.mock.lastCall?.[0],
    typed: () => onType.mock.lastCall?.[0],
  };
}
