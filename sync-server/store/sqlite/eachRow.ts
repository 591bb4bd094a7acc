import { CompiledQuery, type QueryId, type RootOperationNode } from 'kysely';

/**
 * A column on its way to the thread: one value for all rows, texts one after the other with the places where each ends, numbers, or just
 * the values. Cloned one by one, values would cost as much as their insert.
 */
export type Packed =
  | { readonly same: unknown }
  | { readonly text: string; readonly ends: Uint32Array }
  | { readonly values: Float64Array | readonly unknown[] };

/** So many rows with one statement, so many times. Statements for several rows at once take a quarter less time than one for each. */
export interface Chunk {
  readonly text: string;
  readonly rows: number;
  readonly times: number;
}

/**
 * Statements that take many rows in, one chunk after the other. Nobody waits for them: the thread is at them while the next rows are made,
 * and where one fails, the next statement that is waited for fails with its reason.
 */
export class EachRow implements CompiledQuery {
  readonly query: RootOperationNode;
  readonly queryId: QueryId;
  readonly sql: string;
  readonly chunks: readonly Chunk[];
  readonly parameters: readonly unknown[] = [];
  readonly columns: readonly Packed[];
  /** By their names, what all rows share: bound once for a statement. */
  readonly shared: Readonly<Record<string, unknown>> | undefined;

  constructor(
    chunks: readonly Chunk[],
    columns: readonly Packed[],
    shared?: Readonly<Record<string, unknown>>,
  ) {
    const { query, queryId, sql } = CompiledQuery.raw(chunks[0]?.text ?? '');
    this.query = query;
    this.queryId = queryId;
    this.sql = sql;
    this.chunks = chunks;
    this.columns = columns;
    this.shared = shared;
  }
}

/** Rows per statement: a few fixed sizes, so that each table's statements are compiled and prepared once, and a rest takes few of them. */
const SIZES = [64, 32, 16, 8, 4, 2, 1];

/** `textFor` gives the statement for so many rows. */
export function chunksOf(rows: number, textFor: (rows: number) => string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let left = rows;
  for (const size of SIZES) {
    const times = Math.floor(left / size);
    if (times > 0) chunks.push({ text: textFor(size), rows: size, times });
    left -= times * size;
  }
  return chunks;
}

export function packed(values: readonly unknown[]): Packed {
  const [first] = values;
  if (values.every((value) => value === first)) return { same: first };
  if (values.every((value) => typeof value === 'string'))
    return { text: values.join(''), ends: endsOf(values) };
  return { values: values.every((value) => typeof value === 'number') ? Float64Array.from(values) : values };
}

function endsOf(texts: readonly string[]): Uint32Array {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [index, { length }] of texts.entries()) {
    end += length;
    ends[index] = end;
  }
  return ends;
}
