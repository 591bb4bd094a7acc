import { createStore, type StoreApi } from 'zustand/vanilla';
import { makeUuidV7, type Clock, type RandomSource, type Result } from '../../../core/kernel/index.ts';
import type { Response } from '../../../core/response/index.ts';
import type { Kiosk, KioskEvent, KioskSetting, Stamp } from './kiosk.ts';
import { nextTick } from './nextTick.ts';
import { restart } from './restart.ts';
import { step } from './step.ts';

/** Where responses are made durable. A failure is a value; both may be asked again with the same response. */
export interface Keeper {
  readonly saveDraft: (response: Response) => Promise<Result<unknown, { readonly kind: string }>>;
  readonly record: (response: Response) => Promise<Result<unknown, { readonly kind: string }>>;
}

export interface KioskPorts {
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly keeper: Keeper;
}

export interface OpenKiosk {
  readonly store: Pick<StoreApi<Kiosk>, 'getState' | 'subscribe' | 'getInitialState'>;
  readonly send: (event: KioskEvent) => void;
  readonly close: () => void;
}

/** The state machine with its clock and its storage: every state is followed by what it asks for. */
export function openKiosk(setting: KioskSetting, ports: KioskPorts): OpenKiosk {
  const store = createStore<Kiosk>()(() => restart(setting, stampOf(ports)));
  const write = inOrder();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (event: KioskEvent): void => {
    const before = store.getState();
    const after = step(setting, before, event, stampOf(ports));
    if (after === before) return;
    store.setState(after, true);
    follow(before, after);
  };

  const follow = (before: Kiosk, after: Kiosk): void => {
    schedule(after);
    if (after.at === 'asking' && after.draft !== undefined) {
      const { draft } = after;
      if (before.at !== 'asking' || before.draft !== draft) write(() => ports.keeper.saveDraft(draft));
    }
    if (after.at === 'keeping') write(() => keep(after.response));
  };

  const keep = async (response: Response): Promise<void> => {
    const kept = await ports.keeper.record(response);
    if (kept.ok) send({ type: 'kept' });
    else send({ type: 'notKept', reason: kept.error.kind === 'full' ? 'full' : 'other' });
  };

  const schedule = (kiosk: Kiosk): void => {
    clearTimeout(timer);
    const at = nextTick(setting, kiosk);
    if (at === undefined) return;
    timer = setTimeout(
      () => {
        send({ type: 'tick' });
        // Timers may fire a moment early: then nothing has changed, and the same tick is due again.
        schedule(store.getState());
      },
      Math.max(0, at - ports.clock.monotonic()),
    );
  };

  return { store, send, close: () => clearTimeout(timer) };
}

/** One write after the other, so that a draft can't overtake the response that ends it. */
function inOrder(): (write: () => Promise<unknown>) => void {
  let last: Promise<unknown> = Promise.resolve();
  return (write) => {
    last = last.then(write, write);
  };
}

function stampOf({ clock, random }: KioskPorts): Stamp {
  const wall = clock.now();
  const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
  return {
    wall,
    monotonic: clock.monotonic(),
    id: makeUuidV7(wall, random),
    seed: a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24,
  };
}
