import type { Formats } from '../format/formats.ts';
import type { ConsoleSay } from '../words/index.ts';
import type { Stretch } from './arrival.ts';
import type { Shown, Trouble } from './troubles.ts';

/** A trouble in as few words as fit into a row. */
export const troubleName = (say: ConsoleSay, formats: Formats, { kind, count }: Trouble): string => {
  const values = { count, n: formats.count(count) };
  if (kind === 'setAside') return say('devices.parked', values);
  return say(`trouble.${kind}`, values);
};

const SHOWN = 12;

/** 14–16, 20: as many as help somebody who looks for them. */
export function numbersText(formats: Formats, stretches: readonly Stretch[]): string {
  const shown = stretches
    .slice(0, SHOWN)
    .map(({ from, to }) =>
      from === to ? formats.count(from) : `${formats.count(from)}–${formats.count(to)}`,
    );
  return stretches.length > SHOWN ? `${shown.join(', ')} …` : shown.join(', ');
}

/** What happened and what it means for the answers. */
export function troubleWhy(say: ConsoleSay, formats: Formats, { kind }: Trouble, shown: Shown): string {
  const { health, arrivals, device } = shown;
  const { at, restored, lost } = health.storeLoss ?? { at: 0, restored: 0, lost: 0 };
  return say(`trouble.${kind}.why`, {
    time: formats.dayAndClock(at),
    restored: formats.count(restored),
    lost: formats.count(lost),
    numbers: numbersText(
      formats,
      arrivals.flatMap(({ missing }) => missing),
    ),
    offset: clockText(say, formats, device.clockOffset),
  });
}

const MINUTE = 60_000;

/** A device's clock in words; `offset` is the server's clock minus the device's. */
export function clockText(say: ConsoleSay, formats: Formats, offset: number): string {
  const size = Math.abs(offset);
  if (size < MINUTE) return say('fleet.clock.right');
  return say(offset > 0 ? 'fleet.clock.behind' : 'fleet.clock.ahead', { duration: formats.duration(size) });
}
