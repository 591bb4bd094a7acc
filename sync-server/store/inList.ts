import { sql, type RawBuilder } from 'kysely';

/** A list of any length as one parameter, for `where(column, 'in', inList(values))`: the statement stays the same. */
export const inList = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`(select value from json_each(${JSON.stringify(values)}))`;
