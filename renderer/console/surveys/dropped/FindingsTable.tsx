import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CheckedForm } from '../../../../formats/check/checkForms.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import { ExcerptTable } from './ExcerptTable.tsx';
import styles from './FindingsTable.module.css';

type Finding = CheckedForm['findings'][number];
type Say = ReturnType<typeof useConsole>['say'];

const SHOWN = 10;
const MORE = 50;

/** Everything an author should look at: the cell, what is the matter with it, and the rows around it. */
export function FindingsTable({ form: { file, findings } }: { readonly form: CheckedForm }) {
  const { say, language } = useConsole();
  const [shown, setShown] = useState(SHOWN);
  const left = Math.max(0, findings.length - shown);
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{say('check.findings', { name: file })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('check.where')}</th>
            <th scope="col">{say('check.what')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, shown).map((finding, index) => (
            <FindingRow key={index} finding={finding} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <div>
          <Button variant="default" size="sm" onClick={() => setShown(shown + MORE)}>
            {say('check.more', { count: left, n: new Intl.NumberFormat(language).format(left) })}
          </Button>
        </div>
      )}
    </>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const { say } = useConsole();
  const { severity, column, message, excerpt, cell } = finding;
  return (
    <tr>
      <th scope="row" className={styles.where}>
        <span className={styles.kind} data-kind={severity}>
          {say(`check.kind.${severity}`)}
        </span>
        <span className={styles.cell}>{placeOf(finding, say)}</span>
        {column !== '' && <span className={styles.column}>{say('check.column', { column })}</span>}
      </th>
      <td className={styles.what}>
        <p lang="en">{message}</p>
        {excerpt !== null && (
          <ExcerptTable excerpt={excerpt} finding={finding} label={say('check.excerpt', { cell })} />
        )}
      </td>
    </tr>
  );
}

/** As spreadsheets write it: survey!C12. */
function placeOf({ sheet, row, cell }: Finding, say: Say): string {
  if (sheet === '') return say('check.whole');
  if (row === 0) return sheet;
  return /^\d*$/.test(cell) ? say('check.row', { sheet, row }) : `${sheet}!${cell}`;
}
