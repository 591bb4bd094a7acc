import { createStore, type StoreApi } from 'zustand/vanilla';
import { makeUuidV7, type Clock, type RandomSource, type Result } from '../../../core/kernel/index.ts';
import type { Response } from '../../../core/response/index.ts';
import type { Kiosk, KioskEvent, Machine, Shown, Stamp, Standing } from './kiosk.ts';

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

export interface KioskOpening {
  /** The first screen in a language, for as long as the machine is being made. */
  readonly preview: (language: string) => Shown | undefined;
  readonly language: string;
  readonly machine: Promise<Result<Machine, string>>;
}

export interface OpenKiosk {
  readonly store: Pick<StoreApi<Standing>, 'getState' | 'subscribe' | 'getInitialState'>;
  readonly send: (event: KioskEvent) => void;
  readonly close: () => void;
}

/**
 * The state machine with its clock and its storage: every state is followed by what it asks for. Until the machine is there, the
 * preview of the first screen stands in; what is tapped on it waits and then happens as of the time of the tap.
 */
export function openKiosk(opening: KioskOpening, ports: KioskPorts): OpenKiosk {
  const opened = stampOf(ports);
  const store = createStore<Standing>()(() => standIn(opening.preview(opening.language), opened));
  const early: { readonly event: KioskEvent; readonly stamp: Stamp }[] = [];
  const write = inOrder();
  let machine: Machine | undefined;
  const alarm = makeAlarm(ports.clock);

  const send = (event: KioskEvent): void => {
    const stamp = stampOf(ports);
    if (machine !== undefined) {
      happen(machine, event, stamp);
      return;
    }
    early.push({ event, stamp });
    const shown = event.type === 'language' ? opening.preview(event.language) : undefined;
    if (shown !== undefined) store.setState(standIn(shown, opened), true);
  };

  const happen = (made: Machine, event: KioskEvent, stamp: Stamp): void => {
    const before = store.getState();
    if (before.at === 'starting' || before.at === 'broken') return;
    const after = made.step(before, event, stamp);
    if (after === before) return;
    store.setState(after, true);
    schedule(made, after);
    const draft = after.at === 'asking' ? after.draft : undefined;
    if (draft !== undefined && (before.at !== 'asking' || before.draft !== draft)) {
      write(() => ports.keeper.saveDraft(draft));
    }
    if (after.at === 'keeping') write(() => keep(after.response));
  };

  const keep = async (response: Response): Promise<void> => {
    const kept = await ports.keeper.record(response);
    if (kept.ok) send({ type: 'kept' });
    else send({ type: 'notKept', reason: kept.error.kind === 'full' ? 'full' : 'other' });
  };

  const schedule = (made: Machine, kiosk: Kiosk): void =>
    alarm.set(made.nextTick(kiosk), () => {
      const state = store.getState();
      send({ type: 'tick' });
      // A timer may ring a moment early: then nothing has changed, and the same tick is due again.
      if (store.getState() === state) schedule(made, kiosk);
    });

  const takeOver = (made: Result<Machine, string>): void => {
    if (!made.ok) {
      store.setState({ at: 'broken', detail: made.error }, true);
      return;
    }
    machine = made.value;
    const first = machine.restart(opened);
    store.setState(first, true);
    schedule(machine, first);
    for (const { event, stamp } of early) happen(machine, event, stamp);
  };
  opening.machine.then(takeOver, (error: unknown) => takeOver({ ok: false, error: String(error) }));

  return { store, send, close: alarm.close };
}

/** Rings once, at the monotonic time that was set last; never again after it was closed. */
function makeAlarm(clock: Clock) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  return {
    set: (at: number | undefined, ring: () => void): void => {
      clearTimeout(timer);
      if (at !== undefined && !closed) timer = setTimeout(ring, Math.max(1, at - clock.monotonic()));
    },
    close: (): void => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** Looks like the machine's own first state, and takes taps. */
const standIn = (shown: Shown | undefined, { seed, monotonic }: Stamp): Standing =>
  shown === undefined
    ? { at: 'starting' }
    : { at: 'first', shown, seed, readyAt: monotonic, touchedAt: monotonic };

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
