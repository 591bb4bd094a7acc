import { generateKeyPairSync } from 'node:crypto';
import { ok, makeUuidV7, type Result } from '../../../core/kernel/index.ts';
import type { PushItem } from '../../../core/protocol/index.ts';
import { CHAIN_START, chainHash, sealResponse } from '../../../core/response/index.ts';
import { createEnrolment, enrolDevice, findDevice, type Device } from '../../devices/index.ts';
import { EventHub } from '../../events/index.ts';
import { ingestBatch, rebuildIfOutdated } from '../../ingest/index.ts';
import { seedSample } from '../../seedSample.ts';
import { openStore, type Store } from '../../store/index.ts';
import { systemClock, systemRandom } from '../../systemPorts.ts';
import { publishSurvey } from '../../surveys/index.ts';
import { addTouchpoint, findTouchpoint } from '../../touchpoints/index.ts';
import { DEMO, DEMO_SURVEY, KEY_QUESTIONS } from './demoSurvey.ts';
import { Draw, seededRandom } from './seededRandom.ts';
import { PLACES, moments, visit, type Place } from './visits.ts';

interface Generation {
  readonly responses: number;
  /** The same seed and moment give the same answers, under ids of their own. */
  readonly seed: string;
  readonly days: number;
  /** The latest moment at which anybody answered. */
  readonly until: number;
}

/** Longer than those of devices: what a batch costs by itself is paid less often. */
const BATCH = 5_000;

/**
 * Lets people who never were answer a survey at six touchpoints and takes their responses in as if devices had sent them:
 * through the ingest, in batches. No server may be at work on the folder.
 */
export async function generateData(folder: string, generation: Generation): Promise<Result<number, string>> {
  const opened = await openStore(folder, systemClock, systemRandom);
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    await rebuildIfOutdated(store);
    await seedSample(store, systemClock.now(), 'Europe/Riga');
    const asked = { keyQuestions: KEY_QUESTIONS };
    await store.write((tx) => publishSurvey(tx, DEMO_SURVEY, DEMO, systemClock.now(), asked));
    const random = seededRandom(generation.seed);
    const busy = PLACES.reduce((sum, place) => sum + place.busy, 0);
    let left = generation.responses;
    for (const [index, place] of PLACES.entries()) {
      const isLast = index === PLACES.length - 1;
      const share = isLast ? left : Math.round((generation.responses * place.busy) / busy);
      await generateAt(store, place, share, generation, new Draw(random));
      left -= share;
    }
    return ok(generation.responses);
  } finally {
    await store.close();
  }
}

async function generateAt(
  store: Store,
  place: Place,
  count: number,
  { days, until }: Generation,
  draw: Draw,
): Promise<void> {
  const device = await deviceAt(store, place, until - days * 86_400_000);
  const storeEpoch = makeUuidV7(until, systemRandom);
  const at = moments(draw, count, days, until);
  let [seq, chain] = [0, CHAIN_START];
  for (let from = 0; from < count; from += BATCH) {
    const items = at.slice(from, from + BATCH).map((finishedAt): PushItem => {
      const sealed = sealResponse(visit(draw, systemRandom, place, device.deviceId, finishedAt));
      seq += 1;
      chain = chainHash(chain, seq, sealed.contentHash);
      return { ...sealed, seq, chain };
    });
    // Arrives a little after its last response was given.
    const arrival = (at[Math.min(from + BATCH, count) - 1] ?? until) + 60_000;
    const clock = { now: () => arrival, monotonic: () => systemClock.monotonic() };
    const batch = { batchId: makeUuidV7(arrival, systemRandom), storeEpoch, items };
    await ingestBatch({ store, clock, events: new EventHub() }, device, batch);
  }
}

/** A device of its own, as every generation is one that came anew. */
async function deviceAt(
  store: Store,
  { faces: _, busy: __, ...touchpoint }: Place,
  now: number,
): Promise<Device> {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const clock = { now: () => now, monotonic: () => systemClock.monotonic() };
  const enrolled = await store.write(async (tx) => {
    if ((await findTouchpoint(tx, touchpoint.touchpointId)) === null)
      await addTouchpoint(tx, { ...touchpoint, surveyId: DEMO_SURVEY }, now);
    const { code } = await createEnrolment(tx, touchpoint.touchpointId, now, systemRandom);
    const request = {
      protocol: 1,
      code,
      publicKey: { kty: 'EC', crv: 'P-256', x, y },
      installId: 'generated',
      appVersion: '0.0.0',
    } as const;
    return enrolDevice(tx, request, clock, systemRandom);
  });
  const device = enrolled.ok ? await findDevice(store.read, enrolled.value.deviceId) : null;
  if (device === null) throw new Error('the device that was just enrolled is not there');
  return device;
}
