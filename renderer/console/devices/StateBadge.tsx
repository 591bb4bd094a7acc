import type { Formats } from '../format/formats.ts';
import { Sign, type Tone } from '../frame/Sign.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import { stateSince, type DeviceState, type InState } from './deviceView.ts';

const SIGNS: Readonly<
  Record<DeviceState | 'revoked' | 'inContact', { readonly tone: Tone; readonly path: string }>
> = {
  well: { tone: 'good', path: 'M3.5 8.5 6.5 11.5 12.5 5' },
  late: { tone: 'warning', path: 'M8 2.2A5.8 5.8 0 1 1 8 13.8 5.8 5.8 0 0 1 8 2.2M8 5V8.4L10.2 9.8' },
  offline: { tone: 'danger', path: 'M4 4 12 12M12 4 4 12' },
  silent: { tone: 'warning', path: 'M3.5 8H12.5' },
  new: { tone: 'quiet', path: 'M8 3.5V12.5M3.5 8H12.5' },
  inContact: {
    tone: 'quiet',
    path: 'M4 10.5A5.6 5.6 0 0 1 12 10.5M6.2 13A2.6 2.6 0 0 1 9.8 13M2 8A8.4 8.4 0 0 1 14 8',
  },
  revoked: { tone: 'quiet', path: 'M8 2.2A5.8 5.8 0 1 1 8 13.8 5.8 5.8 0 0 1 8 2.2M4 4 12 12' },
};

interface StateBadgeProps {
  readonly device: InState;
  /** What it sends is not counted: that is said in the place of its state. */
  readonly revoked?: boolean;
  /** In contact, but not well: the trouble is named beside it. */
  readonly troubled?: boolean;
  readonly formats: Formats;
  readonly now: number;
}

export function StateBadge({ device, revoked = false, troubled = false, formats, now }: StateBadgeProps) {
  const { say } = useConsole();
  const state = troubled && device.state === 'well' ? 'inContact' : device.state;
  const shown = revoked ? 'revoked' : state;
  const since = revoked ? null : stateSince(device, now);
  const name = say(`state.${shown}`);
  return (
    <Sign {...SIGNS[shown]}>
      {since === null ? name : say('state.for', { state: name, duration: formats.duration(since) })}
    </Sign>
  );
}
