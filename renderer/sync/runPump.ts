import type { PumpPorts } from './ports.ts';
import { pumpStep } from './pumpStep.ts';
import { settleUnsettled } from './pushBatch.ts';
import { freshPump, wakeUp, type Wake } from './pumpState.ts';

/** The longest sleep: a machine that was suspended finds its timers late. */
const LONGEST_SLEEP = 30_000;

export interface RunningPump {
  wake(reason: Wake): void;
  /** Ends after the step under way; settles when nothing runs any more. */
  stop(): Promise<void>;
}

/** Steps for ever: until the next step is due, or somebody wakes it. */
export function runPump(ports: PumpPorts): RunningPump {
  let state = freshPump;
  let ended = false;
  // Asked anew after each step: it may have been ended while the step was under way.
  const isEnded = (): boolean => ended;
  let woken: (() => void) | null = null;
  const wakes: Wake[] = [];

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(Math.max(0, milliseconds), LONGEST_SLEEP));
      woken = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!isEnded()) {
      for (const reason of wakes.splice(0)) state = wakeUp(state, reason, ports.clock.monotonic());
      const step = await pumpStep(state, ports);
      state = step.state;
      const pause = step.next - ports.clock.monotonic();
      if (pause > 0 && wakes.length === 0 && !isEnded()) await sleep(pause);
    }
    // Where that fails, the next pump asks the server again.
    await settleUnsettled(state, ports).catch(() => undefined);
  };
  const running = run();

  return {
    wake: (reason) => {
      wakes.push(reason);
      woken?.();
    },
    stop: () => {
      ended = true;
      woken?.();
      return running;
    },
  };
}
