import { CompiledQuery, type QueryId, type RootOperationNode } from 'kysely';

type Row = Readonly<Record<string, unknown>>;

/**
 * Values of one column, row by row: one value for all rows, texts or bytes one after the other with the places where each ends, or
 * just the values. Cloned one by one on their way to the thread, values would cost as much as their insert.
 */
export type Column =
  | { readonly same: unknown }
  | { readonly text: string; readonly ends: Uint32Array }
  | { readonly bytes: Uint8Array; readonly ends: Uint32Array }
  | { readonly values: readonly unknown[] };

/** So many rows with one statement. Statements for several rows at once take a quarter less time than one for each. */
export interface Chunk {
  readonly text: string;
  readonly rows: number;
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
  readonly columns: readonly Column[];

  constructor(chunks: readonly Chunk[], names: readonly string[], rows: readonly Row[]) {
    const { query, queryId, sql } = CompiledQuery.raw(chunks[0]?.text ?? '');
    this.query = query;
    this.queryId = queryId;
    this.sql = sql;
    this.chunks = chunks;
    this.columns = names.map((name) => packed(rows.map((row) => row[name])));
  }
}

function packed(values: readonly unknown[]): Column {
  const [first] = values;
  if (values.every((value) => value === first)) return { same: first };
  if (values.every((value) => typeof value === 'string'))
    return { text: values.join(''), ends: endsOf(values.map(({ length }) => length)) };
  if (values.every((value) => value instanceof Uint8Array))
    return { bytes: joined(values), ends: endsOf(values.map(({ length }) => length)) };
  return { values };
}

/** Into memory of its own, which can change hands: what small buffers lie in is shared with others. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}

function endsOf(lengths: readonly number[]): Uint32Array {
  const ends = new Uint32Array(lengths.length);
  let end = 0;
  for (const [index, length] of lengths.entries()) {
    end += length;
    ends[index] = end;
  }
  return ends;
}
