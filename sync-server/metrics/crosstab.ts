import type { Kysely } from 'kysely';
import type { Crosstab, CrosstabQuery } from '../../core/protocol/index.ts';
import { FLAGS } from '../../core/response/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { listVersions, type HeardQuestion } from '../surveys/index.ts';

type Side = Crosstab['rows'];

interface Combination {
  readonly version: string;
  readonly flag: string;
  readonly given: string;
  readonly count: number;
}

/**
 * How two counted questions of a survey were answered together, over local days and whatever its versions asked besides. Read from
 * counted combinations, not from responses. Null where no version counts both questions at once.
 */
export async function crosstab(
  db: Kysely<Tables>,
  surveyId: string,
  query: CrosstabQuery,
): Promise<Crosstab | null> {
  const places = new Map<string, Places>();
  let sides: readonly [Side, Side] | null = null;
  for (const { version, questions } of await listVersions(db, surveyId)) {
    const counted = questions.filter(({ kind }) => kind !== 'text');
    const row = counted.findIndex(({ path }) => path === query.rows);
    const column = counted.findIndex(({ path }) => path === query.columns);
    const [asRow, asColumn] = [counted[row], counted[column]];
    if (asRow === undefined || asColumn === undefined || row === column) continue;
    places.set(version, { row, column });
    sides = [sideOf(asRow, sides?.[0]), sideOf(asColumn, sides?.[1])];
  }
  if (sides === null) return null;
  return tabulate(await readCombinations(db, surveyId, query), sides, places, query.flagged === 'with');
}

/** Where a version's combinations have the two answers. */
interface Places {
  readonly row: number;
  readonly column: number;
}

/** What older versions offered besides comes after what the newer one offers. */
const sideOf = ({ path, label, values }: HeardQuestion, older: Side | undefined): Side => ({
  question: path,
  label: { ...label },
  values: [...values, ...(older?.values ?? []).filter((value) => !values.includes(value))],
});

function tabulate(
  combinations: readonly Combination[],
  [rows, columns]: readonly [Side, Side],
  places: ReadonlyMap<string, Places>,
  withFlagged: boolean,
): Crosstab {
  const rowOf = new Map(rows.values.map((value, index) => [value, index]));
  const columnOf = new Map(columns.values.map((value, index) => [value, index]));
  const cells = rows.values.map(() => columns.values.map(() => 0));
  const flagged = new Map<string, number>();
  let responses = 0;
  for (const { version, flag, given, count } of combinations) {
    const place = places.get(version);
    if (place === undefined) continue;
    const answers = JSON.parse(given) as readonly (string | null)[];
    const row = cells[rowOf.get(answers[place.row] ?? '') ?? -1];
    const column = columnOf.get(answers[place.column] ?? '');
    if (row === undefined || column === undefined) continue;
    if (flag !== '') flagged.set(flag, (flagged.get(flag) ?? 0) + count);
    if (flag !== '' && !withFlagged) continue;
    row[column] = (row[column] ?? 0) + count;
    responses += count;
  }
  return {
    rows,
    columns,
    cells,
    responses,
    flagged: FLAGS.flatMap((flag) => {
      const under = flagged.get(flag) ?? 0;
      return under === 0 ? [] : [{ flag, responses: under }];
    }),
  };
}

/** Day by day and touchpoint by touchpoint they are summed up in the database: what comes here is as many as there are ways to answer. */
async function readCombinations(
  db: Kysely<Tables>,
  surveyId: string,
  { from, to, touchpoint }: CrosstabQuery,
): Promise<readonly Combination[]> {
  let query = db
    .selectFrom('combination')
    .where('tenant_id', '=', TENANT)
    .where('survey_id', '=', surveyId)
    .groupBy(['questionnaire_version', 'flag', 'given'])
    .select(({ fn }) => [
      'questionnaire_version as version',
      'flag',
      'given',
      fn.sum<number>('count').as('count'),
    ]);
  if (touchpoint !== undefined) query = query.where('touchpoint_id', '=', touchpoint);
  if (from !== undefined) query = query.where('local_date', '>=', from);
  if (to !== undefined) query = query.where('local_date', '<=', to);
  return query.execute();
}
