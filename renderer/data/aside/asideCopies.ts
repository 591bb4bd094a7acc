import type { JournalEntry } from '../../../core/response/index.ts';
import type { SetAsideRow } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readAsideNumbers } from './asideNumbers.ts';
import { formerOf, numbersOf, responsesOf, type FormerRow } from './formerRow.ts';

/** What only the copy has of what was set aside: set aside again, for the server that the copy names. Answers how many. */
export const setAsideAgain = (
  { database, clock }: DeviceStorage,
  serverId: string,
  entries: readonly JournalEntry[],
): PromiseLike<number> =>
  database.transaction('rw', database.setAside, async () => {
    const known = await readAsideNumbers(database);
    const rows = entries.flatMap(({ storeEpoch, serverId: _, ...response }): SetAsideRow[] => {
      if (known.get(storeEpoch)?.kept.has(response.seq) === true) return [];
      const row: FormerRow = { serverId, deviceId: undefined, storeEpoch, unsent: true, response };
      return [{ from: 'formerEnrolment', at: clock.now(), row }];
    });
    await database.setAside.bulkAdd(rows);
    return rows.length;
  });

/** Of what is set aside those that have no copy, a row of the database at a time. */
export async function* asideEntries(
  { database }: DeviceStorage,
  lacking: ReadonlyMap<string, ReadonlySet<number>>,
): AsyncGenerator<readonly JournalEntry[]> {
  if (lacking.size === 0) return;
  for (const id of await database.setAside.where('from').equals('formerEnrolment').primaryKeys()) {
    const row = await database.setAside.get(id);
    const former = row === undefined ? null : formerOf(row);
    const storeEpoch = former?.storeEpoch;
    if (former === null || storeEpoch === undefined) continue;
    const { serverId } = former;
    const wanted = numbersOf(former).filter((seq) => lacking.get(storeEpoch)?.has(seq));
    const responses = wanted.length === 0 ? null : await responsesOf(former);
    const copied = (responses ?? []).filter(({ seq }) => wanted.includes(seq));
    if (copied.length > 0) yield copied.map((response) => ({ storeEpoch, serverId, ...response }));
  }
}
