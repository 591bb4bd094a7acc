import { Button } from '@mantine/core';
import type { ListedSurvey, PublishReply, TouchpointList } from '../../../../core/protocol/index.ts';
import type { CheckedForm } from '../../../../formats/check/checkForms.ts';
import { TitledCard } from '../../frame/TitledCard.tsx';
import { useConsole } from '../../settings/consoleContext.ts';
import { PublishButton } from '../publishing/PublishButton.tsx';
import { Published } from '../publishing/Published.tsx';
import { textIn } from '../textIn.ts';
import styles from './CheckedFormCard.module.css';
import { FindingsTable } from './FindingsTable.tsx';
import { QuestionPreview } from './QuestionPreview.tsx';
import { Verdict } from './Verdict.tsx';

interface CheckedFormCardProps {
  readonly form: CheckedForm;
  readonly published: PublishReply | null;
  readonly surveys: readonly ListedSurvey[];
  readonly touchpoints: TouchpointList['touchpoints'];
  readonly onRemove: () => void;
  readonly onPublished: (published: PublishReply) => void;
}

/** One checked questionnaire: what it is, what has to be mended, and the way into use. */
export function CheckedFormCard(props: CheckedFormCardProps) {
  const { form, published, surveys, touchpoints, onRemove, onPublished } = props;
  const { say, language } = useConsole();
  const { definition, file, questions, counts, carried } = form;
  const title =
    definition === null ? file : textIn(definition.title, language, definition.defaultLanguage) || file;
  const languages = (definition?.languages ?? []).filter(({ code }) => code !== 'default');
  const about = [
    title === file ? '' : file,
    say('questions', { count: questions, n: questions }),
    languages.map(({ name }) => name).join(', '),
    carried.length === 0 ? '' : say('check.with', { names: carried.join(', ') }),
  ];
  return (
    <TitledCard
      title={title}
      about={about}
      below={<Verdict counts={counts} />}
      actions={
        <>
          <Button
            variant="subtle"
            size="sm"
            onClick={onRemove}
            aria-label={`${say('check.remove')}: ${title}`}
          >
            {say('check.remove')}
          </Button>
          {definition !== null && published === null && (
            <PublishButton
              definition={definition}
              title={title}
              surveys={surveys}
              touchpoints={touchpoints}
              onPublished={onPublished}
            />
          )}
        </>
      }
    >
      {published !== null && <Published published={published} touchpoints={touchpoints} />}
      {definition === null && <p className={styles.hint}>{say('check.errorsHint')}</p>}
      {form.findings.length > 0 && <FindingsTable form={form} />}
      {definition !== null && <QuestionPreview definition={definition} title={title} />}
    </TitledCard>
  );
}
