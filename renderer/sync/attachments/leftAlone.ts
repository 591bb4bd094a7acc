/** Milliseconds: at first, and at most. */
const FIRST = 10 * 60_000;
const LONGEST = 24 * 3_600_000;

/** Attachments that the server does not want now: each time it says so again they are left alone for twice as long. */
export class LeftAlone {
  readonly #waits = new Map<string, { readonly until: number; readonly wait: number }>();

  add(name: string, now: number): void {
    const before = this.#waits.get(name)?.wait;
    const wait = before === undefined ? FIRST : Math.min(LONGEST, 2 * before);
    this.#waits.set(name, { until: now + wait, wait });
  }

  at(now: number): ReadonlySet<string> {
    return new Set([...this.#waits].filter(([, { until }]) => until > now).map(([name]) => name));
  }
}
