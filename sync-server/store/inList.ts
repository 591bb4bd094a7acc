import { sql, type RawBuilder, type RawNode } from 'kysely';
import { isStorable } from './storable.ts';

const LIST_OPENS = '(select value from json_each(';

/**
 * A list of any length as one parameter, for `where(column, 'in', inList(values))`: the statement stays the same. Values with a NUL or
 * half a surrogate pair are left out: nothing that is looked up has them, and not every database takes them.
 */
export const inList = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`(select value from json_each(${JSON.stringify(values.filter(isStorable))}))`;

export const isList = (node: RawNode): boolean => node.sqlFragments[0] === LIST_OPENS;

/** The same node as PostgreSQL spells it; other nodes come back as they are. */
export const listInPostgres = (node: RawNode): RawNode =>
  isList(node)
    ? { ...node, sqlFragments: ['(select value from json_array_elements_text(cast(', ' as json)))'] }
    : node;

/**
 * What a column is equal to where it is in the list. An index is asked for each value then, whatever PostgreSQL thinks of how many rows a
 * table has: of a table that grew lately it thinks wrong, and would read all of it.
 */
export const anyInPostgres = (list: RawNode): RawNode => ({
  ...list,
  sqlFragments: ['any(array(select value from json_array_elements_text(cast(', ' as json))))'],
});
