import type { CheckedForm } from '../../../../formats/check/checkForms.ts';
import styles from './ExcerptTable.module.css';

type Finding = CheckedForm['findings'][number];

interface ExcerptTableProps {
  readonly excerpt: NonNullable<Finding['excerpt']>;
  readonly finding: Finding;
  readonly label: string;
}

/** A piece of the sheet as its author knows it, with letters, numbers and the cell that is meant. */
export function ExcerptTable({ excerpt: { columns, rows, marked }, finding, label }: ExcerptTableProps) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, cells }) => (
          <tr key={row} data-marked={row === finding.row && marked === null}>
            <th scope="row">{row}</th>
            {columns.map((column, index) => (
              <td key={column} dir="auto" title={cells[index]}>
                {row === finding.row && marked === index ? <mark>{cells[index] || ' '}</mark> : cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
