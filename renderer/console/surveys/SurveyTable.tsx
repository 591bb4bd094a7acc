import type { ListedSurvey } from '../../../core/protocol/index.ts';
import { localeOf } from '../format/formats.ts';
import { ColumnHeads } from '../frame/ColumnHeads.tsx';
import table from '../frame/Table.module.css';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './SurveyTable.module.css';
import { textIn } from './textIn.ts';

/** Each survey in a row: what it is called, which version is in use, and where people are asked. */
export function SurveyTable({ surveys }: { readonly surveys: readonly ListedSurvey[] }) {
  const { say } = useConsole();
  return (
    <table role="table" className={`${table.table} ${styles.table}`}>
      <ColumnHeads
        heads={(['name', 'version', 'languages', 'questions', 'where'] as const).map((column) =>
          say(`surveys.${column}`),
        )}
      />
      <tbody role="rowgroup">
        {surveys.map((survey) => (
          <SurveyRow key={survey.surveyId} survey={survey} />
        ))}
      </tbody>
    </table>
  );
}

function SurveyRow({ survey }: { readonly survey: ListedSurvey }) {
  const { say, language } = useConsole();
  const { title, defaultLanguage, version, versions, publishedAt, languages, questions } = survey;
  const { sealed, unopened } = survey;
  const earlier = versions.length - 1;
  const day = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className={styles.title}>
        {textIn(title, language, defaultLanguage)}
        <span className={styles.id}>{survey.questionnaireId}</span>
      </th>
      <td role="cell" data-label={say('surveys.version')}>
        {version}
        <span className={styles.hint}>{say('surveys.since', { time: day.format(publishedAt) })}</span>
        {earlier > 0 && (
          <span className={styles.hint}>{say('surveys.earlier', { count: earlier, n: earlier })}</span>
        )}
        {sealed && <span className={styles.hint}>{say('surveys.sealed')}</span>}
        {unopened > 0 && (
          <span className={styles.hint}>
            {say('surveys.unopened', {
              count: unopened,
              n: new Intl.NumberFormat(language).format(unopened),
            })}
          </span>
        )}
      </td>
      <td role="cell" data-label={say('surveys.languages')}>
        {languages
          .filter(({ code }) => code !== 'default')
          .map(({ name }) => name)
          .join(', ') || '–'}
      </td>
      <td role="cell" data-label={say('surveys.questions')} className={styles.number}>
        {new Intl.NumberFormat(language).format(questions)}
      </td>
      <td role="cell" data-label={say('surveys.where')}>
        <Where survey={survey} />
      </td>
    </tr>
  );
}

function Where({ survey: { touchpoints } }: { readonly survey: ListedSurvey }) {
  const { say } = useConsole();
  if (touchpoints.length === 0) return <span className={styles.quiet}>{say('surveys.nowhere')}</span>;
  return (
    <ul className={styles.places}>
      {touchpoints.map(({ touchpointId, name }) => (
        <li key={touchpointId}>
          <a href={`#${new URLSearchParams({ touchpoint: touchpointId }).toString()}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
