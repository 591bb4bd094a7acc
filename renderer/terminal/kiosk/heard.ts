import { canonicalJson } from '../../../core/kernel/index.ts';
import { hashText, type Response } from '../../../core/response/index.ts';

/** A response of the last minute: nothing of what it says can be read from it, only whether another says the same. */
export interface Heard {
  readonly answersHash: string;
  /** The person's last touch, in monotonic milliseconds. */
  readonly at: number;
}

/** Milliseconds. */
const REMEMBERED = 60_000;
/** So many equal ones within that time are a burst. */
const BURST = 8;

const since = (now: number, { at }: Heard): number => now - at;

/** What is remembered once `response`, whose person touched the screen last `at`, has been heard. */
export function hearing(heard: readonly Heard[], { answers }: Response, at: number): readonly Heard[] {
  const recent = heard.filter((one) => since(at, one) < REMEMBERED);
  return [...recent, { answersHash: hashText(canonicalJson(answers)), at }];
}

/** Is the last one of at least eight that say the same within a minute? Those before it were recorded already, and stay as they are. */
export function isBurst(heard: readonly Heard[]): boolean {
  const last = heard.at(-1);
  return heard.filter(({ answersHash }) => answersHash === last?.answersHash).length >= BURST;
}

/** Milliseconds since the person before touched the screen last; undefined once it is a minute, or where there was nobody. */
export function sinceLast(heard: readonly Heard[] | undefined, now: number): number | undefined {
  const last = heard?.at(-1);
  if (last === undefined || since(now, last) >= REMEMBERED) return undefined;
  return Math.max(0, Math.round(since(now, last)));
}
