/**
 * Runs `run` soon after each call, but no oftener than every `gap` milliseconds; calls in between are folded into one run at the
 * end, so that the last change is never missed. `stop` forgets a run that is still due.
 */
export function pace(run: () => void, gap: number): { readonly call: () => void; readonly stop: () => void } {
  let due: ReturnType<typeof setTimeout> | undefined;
  let resting = false;
  let again = false;
  const start = (): void => {
    resting = true;
    again = false;
    due = setTimeout(() => {
      resting = false;
      if (again) start();
    }, gap);
    run();
  };
  return {
    call: () => {
      if (resting) again = true;
      else start();
    },
    stop: () => {
      clearTimeout(due);
      again = false;
    },
  };
}
