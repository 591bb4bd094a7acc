/**
 * A device in a process of its own, for as long as its parent lives: it finishes responses without end and drives the pump that the
 * browser runs. What is acknowledged it tells its parent at once. Told to finish, it records no more, sends what waits, and says what it
 * ever recorded. It waits through a back-off in rehearsed time.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { TestDevice } from '../../sync-server/testing/testDevice.ts';
import { WiredDevice } from '../network-fault/wiredDevice.ts';
import type { Heard } from './clients.ts';

const [origin = '', code = ''] = process.argv.slice(2);
const MOST_WAITING = 60;
const MOST_AT_ONCE = 12;
/** Milliseconds between two steps: devices are not what a test is to spend its processor on. */
const BREATH = 200;

const tell = (heard: Heard): void => {
  process.send?.(heard);
};
const orders = { finish: false };
process.on('message', () => {
  orders.finish = true;
});
process.on('disconnect', () => process.exit(1));

const keys = await TestDevice.make(origin);
while ((await keys.enrol(code).catch(() => null))?.status !== 200) await pause(BREATH);

let skipped = 0;
const device = new WiredDevice(keys, origin, {
  now: () => Date.now() + skipped,
  monotonic: () => performance.now() + skipped,
  pass: (milliseconds) => {
    skipped += milliseconds;
  },
  setWall: () => undefined,
});
const { outbox } = device;

let told = 0;
for (let steps = 1; !(orders.finish && outbox.waiting.size + outbox.parked.size === 0); steps += 1) {
  if (!orders.finish && outbox.waiting.size < MOST_WAITING) device.finish(1 + (steps % MOST_AT_ONCE));
  await device.step();
  const { acknowledged } = outbox;
  // A server that says that it holds less than it acknowledged makes the device send again (H6): here that is a loss.
  if (acknowledged.length < told) tell({ kind: 'rewound', from: told, to: acknowledged.length });
  else if (acknowledged.length > told)
    tell({ kind: 'acknowledged', ids: acknowledged.slice(told).map(({ item }) => item.responseId) });
  else if (outbox.problem !== null) tell({ kind: 'trouble', detail: outbox.problem.detail });
  told = acknowledged.length;
  await pause(BREATH);
}
tell({ kind: 'finished', ids: device.finished });
