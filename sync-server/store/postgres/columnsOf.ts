import { sql, type RawBuilder } from 'kysely';
import type { Column } from '../column.ts';

type Piece = RawBuilder<unknown>;

/**
 * Rows as PostgreSQL takes them in fastest, to be inserted by one statement however many they are: once what is the same in all of them, a
 * list for each other column, and bytes in one piece that is cut up there (in a list they would be twice as long and be read digit by digit).
 */
export function columnsOf(rows: number, columns: readonly Column[]): Piece {
  const lists: Piece[] = [];
  const wholes: Piece[] = [];
  const listed = (list: Piece): Piece => sql.ref(`listed.l${String(lists.push(list))}`);
  const chosen = columns.map((column) => {
    if ('all' in column) return allOf(column.all);
    if ('bytesOf' in column) return piecesOf(column.bytesOf.map((text) => Buffer.from(text, 'utf8')));
    const values = column.each;
    const sample = values.find((value) => value !== null);
    if (values.every((value) => value === sample)) return allOf(sample);
    if (sample === undefined) return allOf(null);
    if (sample instanceof Uint8Array)
      return piecesOf(values.map((value) => (value instanceof Uint8Array ? value : null)));
    return listed(sql`${listOf(values)}::${typeOf(sample)}[]`);
  });

  function piecesOf(parts: readonly (Uint8Array | null)[]): Piece {
    const whole = sql.ref(`w${String(wholes.length)}.bytes`);
    const bytes = Buffer.concat(parts.filter(isThere));
    wholes.push(sql`, (select ${bytes}::bytea) as ${sql.id(`w${String(wholes.length)}`)} (bytes)`);
    const from = listed(sql`${listOf(beginningsOf(parts))}::integer[]`);
    const size = listed(sql`${listOf(parts.map((part) => part?.length ?? null))}::integer[]`);
    return sql`substring(${whole} from ${from} for ${size})`;
  }

  const names = lists.map((_, index) => sql.id(`l${String(index + 1)}`));
  const from =
    lists.length === 0
      ? sql`generate_series(1, ${rows}::integer)`
      : sql`unnest(${sql.join(lists)}) as listed (${sql.join(names)})`;
  return sql`select ${sql.join(chosen)} from ${from}${sql.join(wholes, sql``)}`;
}

const allOf = (value: unknown): Piece => (value === null ? sql`null` : sql`${value}::${typeOf(value)}`);

const isThere = (part: Uint8Array | null): part is Uint8Array => part !== null;

const typeOf = (sample: unknown): RawBuilder<unknown> =>
  sql.raw(typeof sample === 'string' ? 'text' : sample instanceof Uint8Array ? 'bytea' : 'bigint');

/** Where each part begins in the whole, counted from 1. */
function beginningsOf(parts: readonly (Uint8Array | null)[]): readonly number[] {
  let next = 1;
  return parts.map((part) => {
    const from = next;
    next += part?.length ?? 0;
    return from;
  });
}

/** As PostgreSQL writes lists of texts and numbers. */
const listOf = (values: readonly unknown[]): string => `{${values.map(written).join(',')}}`;

function written(value: unknown): string {
  if (typeof value === 'string') return `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value === null) return 'null';
  throw new Error(`a column has a ${typeof value}`);
}
