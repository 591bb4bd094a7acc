import type { ResponseRow, SetAsideRow } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { formerOf, responsesOf, wasUnsent, type FormerRow } from './formerRow.ts';

/** One of the things that are set aside, as a list shows it. */
export interface AsideEntry {
  /** Its row, which may hold many. */
  readonly id: number;
  /** Its number in the sequence it was of; `null`: it never had one. */
  readonly seq: number | null;
  /** When it was recorded; where that is not known, when it was set aside. */
  readonly recordedAt: number;
  /** `unreadable`: what could not be read where it stood. */
  readonly state: 'unsent' | 'sent' | 'unreadable';
}

/** What was never sent first, as it is what somebody looks for; then the oldest. Made for live queries. */
export async function readAside({ database }: DeviceStorage): Promise<readonly AsideEntry[]> {
  const rows = await database.setAside.toArray();
  return rows
    .flatMap(entriesOf)
    .sort((one, other) => ORDER[one.state] - ORDER[other.state] || one.recordedAt - other.recordedAt);
}

const ORDER = { unsent: 0, unreadable: 1, sent: 2 } as const;

function entriesOf(row: SetAsideRow): readonly AsideEntry[] {
  const { id = 0, at } = row;
  const former = formerOf(row);
  if (former === null) return [{ id, seq: null, recordedAt: at, state: 'unreadable' }];
  const entry = (seq: number, recordedAt: number): AsideEntry => ({
    id,
    seq,
    recordedAt,
    state: wasUnsent(former, seq) ? 'unsent' : 'sent',
  });
  const { response, segment } = former;
  if (segment !== undefined) {
    return segment.recordedAt.map((recordedAt, index) => entry(segment.from + index, recordedAt));
  }
  return response === undefined ? [] : [entry(response.seq, response.recordedAt)];
}

/** One of them with all that is known of it. */
export interface AsideContents {
  readonly setAsideAt: number;
  readonly state: AsideEntry['state'];
  /** `null`: it is of no former enrolment. */
  readonly former: Pick<FormerRow, 'serverId' | 'deviceId' | 'storeEpoch'> | null;
  /** `null`: it can't be read. */
  readonly row: ResponseRow | null;
  /** What stands there where no response can be read. */
  readonly raw?: unknown;
}

/** `null`: it is not set aside any more. */
export async function readAsideContents(
  { database }: DeviceStorage,
  { id, seq }: Pick<AsideEntry, 'id' | 'seq'>,
): Promise<AsideContents | null> {
  const row = await database.setAside.get(id);
  if (row === undefined) return null;
  const contents = await contentsOf(row);
  return contents.find((one) => one.row !== null && one.row.seq === seq) ?? contents[0] ?? null;
}

/** Everything that is set aside, for a file. */
export async function readAllAside({ database }: DeviceStorage): Promise<readonly AsideContents[]> {
  const rows = await database.setAside.toArray();
  return (await Promise.all(rows.map(contentsOf))).flat();
}

async function contentsOf(row: SetAsideRow): Promise<readonly AsideContents[]> {
  const setAsideAt = row.at;
  const known = formerOf(row);
  const unreadable = { setAsideAt, state: 'unreadable', row: null, raw: row.row } as const;
  if (known === null) return [{ ...unreadable, former: null }];
  const { serverId, deviceId, storeEpoch } = known;
  const former = { serverId, deviceId, storeEpoch };
  const responses = await responsesOf(known);
  if (responses === null) return [{ ...unreadable, former }];
  return responses.map((response) => ({
    setAsideAt,
    state: wasUnsent(known, response.seq) ? 'unsent' : 'sent',
    former,
    row: response,
  }));
}
