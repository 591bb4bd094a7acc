import { chainHash } from '../../../core/response/index.ts';
import { takeAttachmentsBack } from '../attachments/takeAttachmentsBack.ts';
import type { ResponseRow } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact, writeFact } from '../facts.ts';
import { isRecorded } from '../outbox/recorded.ts';
import { whenCompared } from '../witnesses/compareWitnesses.ts';
import { noteWaitingAgain } from '../witnesses/noteWaitingAgain.ts';
import { formerOf, responsesOf } from './formerRow.ts';

/**
 * What was set aside for the server that the device belongs to (again) waits again, at the end of the sequence, sent or not: what the
 * server holds is a duplicate there (E6). A row at a time, each in ONE transaction, so that it can be cut off anywhere. What can't be read
 * stays set aside. Answers how many responses wait again.
 */
export async function bringBackAside(storage: DeviceStorage): Promise<number> {
  const { database } = storage;
  const enrolment = await readFact(database.device, 'enrolment');
  if (enrolment === undefined || !(await whenCompared(storage)).ok) return 0;
  const { serverId } = enrolment;
  let count = 0;
  for (const id of await database.setAside.where('from').equals('formerEnrolment').primaryKeys()) {
    const row = await database.setAside.get(id);
    const former = row === undefined ? null : formerOf(row);
    const responses = former?.serverId === serverId ? await responsesOf(former) : null;
    if (responses !== null) count += await waitAtTheEnd(storage, { id, serverId, responses });
  }
  if (count > 0) await noteWaitingAgain(storage);
  return count;
}

interface BroughtBack {
  readonly id: number;
  readonly serverId: string;
  readonly responses: readonly ResponseRow[];
}

const waitAtTheEnd = (
  { database }: DeviceStorage,
  { id, serverId, responses }: BroughtBack,
): PromiseLike<number> =>
  database.transaction('rw', database.tables, async () => {
    const [enrolment, known] = await Promise.all([
      readFact(database.device, 'enrolment'),
      readFact(database.meta, 'chain'),
    ]);
    // It may have moved on meanwhile.
    if (enrolment?.serverId !== serverId || known === undefined) return 0;
    let chain = known;
    for (const { responseId, rev, payload, contentHash, recordedAt } of responses) {
      if (await isRecorded(database, responseId, rev)) continue;
      const seq = chain.lastSeq + 1;
      const head = chainHash(chain.head, seq, contentHash);
      await database.responses.add({ seq, responseId, rev, payload, contentHash, chain: head, recordedAt });
      await database.outbox.add({ seq, recordedAt, characters: payload.length });
      await takeAttachmentsBack(database, { payload, seq });
      chain = { ...chain, lastSeq: seq, head };
    }
    await writeFact(database.meta, 'chain', chain);
    await database.setAside.delete(id);
    return chain.lastSeq - known.lastSeq;
  });
