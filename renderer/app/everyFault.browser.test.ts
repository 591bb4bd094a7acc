import { afterEach, describe, expect, it } from 'vitest';
import type { Response } from '../../core/response/index.ts';
import { aResponse } from '../data/aResponse.ts';
import { compactOutbox } from '../data/outbox/compactOutbox.ts';
import { readBatch } from '../data/readBatch.ts';
import { readDeviceStatus } from '../data/readDeviceStatus.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { settleBatch } from '../data/settleBatch.ts';
import { compareWitnesses } from '../data/witnesses/compareWitnesses.ts';
import { newDevice, startLife, type DeviceLife } from './rehearsal/deviceLife.ts';
import { FaultCounter, type FaultPlan } from './rehearsal/faults.ts';
import { makeDatabasesFaulty, type Way } from './rehearsal/faultyDatabase.ts';
import { forgetDevice } from './rehearsal/forgetDevice.ts';
import { journalInMemory, newFiles } from './rehearsal/journalInMemory.ts';

/** What people were told, and what the server got. */
interface Told {
  /** Not kept: these people are asked to try again. */
  readonly refused: Response[];
  readonly kept: Set<string>;
  /** By response and revision: under which places it came. */
  readonly received: Map<string, Set<string>>;
}

type Start = (faults: FaultPlan | null) => DeviceLife;

let undo = (): void => undefined;
afterEach(() => undo());

async function record({ storage }: DeviceLife, told: Told, response = aResponse()): Promise<void> {
  const recorded = await recordResponse(storage, response);
  if (recorded.ok) told.kept.add(response.responseId);
  else told.refused.push(response);
}

/** The server takes what it is given, also where the device then fails to note that it did. */
async function send({ storage }: DeviceLife, { received }: Told, most: number): Promise<number> {
  const batch = await readBatch(storage, most);
  if (batch === null) return 0;
  for (const { responseId, rev, seq } of batch.items) {
    const id = `${responseId} ${String(rev)}`;
    const places = received.get(id) ?? new Set();
    received.set(id, places.add(`${batch.storeEpoch} ${String(seq)}`));
  }
  await settleBatch(
    storage,
    batch.items.map(({ seq }) => ({ seq, verdict: 'stored' as const })),
  );
  return batch.items.length;
}

/** Whoever does these in the background swallows their failures, and so does this. */
const trying = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

async function begin({ storage }: DeviceLife): Promise<void> {
  await compareWitnesses(storage);
  await storage.witnesses?.repaired;
}

/** What is sent divides a packed run. */
async function firstDay(life: DeviceLife, told: Told): Promise<void> {
  await trying(begin(life));
  await record(life, told);
  await record(life, told);
  await trying(compactOutbox(life.storage, { size: 2, youngerThan: 0 }));
  await trying(send(life, told, 1));
}

async function secondDay(life: DeviceLife, told: Told): Promise<void> {
  await trying(begin(life));
  await record(life, told);
  await trying(send(life, told, 2));
}

/** Nothing fails any more: whoever was refused is kept now, all is sent, and the copy knows it. */
async function healthyDay(life: DeviceLife, told: Told): Promise<void> {
  await begin(life);
  for (const response of told.refused.splice(0)) await record(life, told, response);
  expect(told.refused, 'recording works again').toEqual([]);
  for (let rounds = 0; (await send(life, told, 9)) > 0; rounds += 1) expect(rounds).toBeLessThan(4);
  expect(await readDeviceStatus(life.storage)).toMatchObject({ waiting: 0, parked: [], setAside: 0 });
  expect(life.storage.witnesses?.copying, 'copies are made again').toBe(true);
  const copies = await life.journal.check();
  expect(copies.ok && copies.value.epochs.flatMap(({ unreleased }) => unreleased)).toEqual([]);
}

/** Each of the three came to the server, under one place, which is nobody else's. */
function expectOnce({ kept, received }: Told): void {
  expect(kept.size).toBe(3);
  expect([...received.keys()].sort(), 'lost, or doubled').toEqual([...kept].map((id) => `${id} 1`).sort());
  const places = [...received.values()].flatMap((one) => [...one]);
  expect(places.length, 'two places for one').toBe(3);
  expect(new Set(places).size, 'one place for two').toBe(3);
}

/** Answers how many accesses to files there were. */
async function live(start: Start, files: FaultPlan | null): Promise<number> {
  const told: Told = { refused: [], kept: new Set(), received: new Map() };
  const first = start(files);
  await firstDay(first, told);
  const before = await first.orderFaults(null);
  first.end();
  const second = start(files === null ? null : planAfter(files, before));
  await secondDay(second, told);
  const after = await second.orderFaults(null);
  second.end();
  undo();
  if (files !== null) expect(told.refused, 'a copy that fails turns nobody away').toEqual([]);
  const healthy = start(null);
  await healthyDay(healthy, told);
  healthy.end();
  expectOnce(told);
  return before + after;
}

/** The same plan for a later start. */
const planAfter = ({ failAt, lasting }: FaultPlan, accesses: number): FaultPlan => ({
  failAt: failAt > accesses ? failAt - accesses : lasting === 'once' ? NEVER : 1,
  lasting,
});

/** Answers how many accesses to the database there were. Its files are in memory, where they take no time. */
async function liveWithDatabase(faulty: FaultPlan, way: Way): Promise<number> {
  const faults = new FaultCounter();
  undo = makeDatabasesFaulty(faults, way);
  faults.begin(faulty);
  const device = newDevice();
  const files = newFiles();
  await live(() => startLife(device, null, journalInMemory(files)), null);
  await forgetDevice(device);
  return faults.count;
}

async function liveWithFiles(faulty: FaultPlan): Promise<number> {
  const device = newDevice();
  const accesses = await live((faults) => startLife(device, faults), faulty);
  await forgetDevice(device);
  return accesses;
}

const NEVER = Number.MAX_SAFE_INTEGER;
const never = { failAt: NEVER, lasting: 'once' } as const;

const named = (k: number, work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    throw new Error(`with the access number ${String(k)}: ${String(error)}`, { cause: error });
  });

/** In turn. */
const WAYS = [
  { way: 'refused', lasting: 'once' },
  { way: 'undone', lasting: 'once' },
  { way: 'refused', lasting: 'onwards' },
] as const;

describe('the k-th access to a storage fails: nothing is lost or doubled, and no state is stuck', () => {
  it('of the database, for every k', { timeout: 240_000 }, async () => {
    const accesses = await liveWithDatabase(never, 'refused');
    expect(accesses).toBeGreaterThan(20);
    for (let failAt = 1; failAt <= accesses; failAt += 1) {
      const { way, lasting } = WAYS[failAt % 3] ?? WAYS[0];
      await named(failAt, liveWithDatabase({ failAt, lasting }, way));
    }
  });

  it('of the journal’s files, for every third k', { timeout: 240_000 }, async () => {
    const accesses = await liveWithFiles(never);
    expect(accesses).toBeGreaterThan(10);
    for (let failAt = 1; failAt <= accesses; failAt += 3) {
      const lasting = failAt % 2 === 0 ? 'once' : 'onwards';
      await named(failAt, liveWithFiles({ failAt, lasting }));
    }
  });
});
