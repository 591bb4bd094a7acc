import type { OverviewDevice } from '../../../core/protocol/index.ts';

export type DeviceState = OverviewDevice['state'];

/** What needs a person comes first; a state that a newer server adds would come last. */
const URGENCY: readonly DeviceState[] = ['offline', 'silent', 'late', 'new', 'well'];

export const byUrgency = (devices: readonly OverviewDevice[]): readonly OverviewDevice[] =>
  [...devices].sort(
    (a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) || a.name.localeCompare(b.name),
  );

/** "Answers arrive" is not said of a device that nobody has answered at yet. */
export const stateHint = ({
  state,
  lastResponseAt,
}: Pick<OverviewDevice, 'state' | 'lastResponseAt'>): `state.${DeviceState | 'unanswered'}.hint` =>
  state === 'well' && lastResponseAt === null ? 'state.unanswered.hint' : `state.${state}.hint`;

export type InState = Pick<OverviewDevice, 'state' | 'lastContactAt' | 'lastResponseAt'>;

/** For how long a device has been in a state worth naming the time of, in milliseconds; null where time says nothing. */
export function stateSince({ state, lastContactAt, lastResponseAt }: InState, now: number): number | null {
  const since =
    state === 'silent' ? lastResponseAt : state === 'well' || state === 'new' ? null : lastContactAt;
  return since === null ? null : Math.max(0, now - since);
}

/** Out of contact: what it holds may be more than it last said. */
const isUnheard = ({ state }: OverviewDevice): boolean => state === 'late' || state === 'offline';

export interface Waiting {
  readonly total: number;
  readonly devices: number;
  /** Those that hold something. */
  readonly holders: readonly OverviewDevice[];
  readonly unheard: number;
}

export function waitingOn(devices: readonly OverviewDevice[]): Waiting {
  return {
    total: devices.reduce((sum, device) => sum + device.waiting, 0),
    devices: devices.length,
    holders: devices.filter(({ waiting }) => waiting > 0),
    unheard: devices.filter(isUnheard).length,
  };
}
