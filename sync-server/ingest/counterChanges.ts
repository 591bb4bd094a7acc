import type { Contributions, Counted } from '../metrics/index.ts';
import { TENANT, addToCounters, inList, type Tx } from '../store/index.ts';
import { CombinationChanges } from './combinationChanges.ts';
import type { Understood } from './understand.ts';

/** Responses that differ in no more than what was answered are counted in one place. */
interface Place {
  readonly tenant_id: string;
  readonly touchpoint_id: string;
  readonly local_date: string;
  readonly hour_from: number;
  readonly survey_id: string;
  readonly channel: string;
  readonly flag: string;
}

interface Change extends Counted {
  count: number;
}

/** Sums up what a batch changes, so that each counter is written once. */
export class CounterChanges {
  readonly #places = new Map<string, { readonly place: Place; readonly changes: Map<string, Change> }>();
  readonly #combinations = new CombinationChanges();
  /** Most responses of a batch are counted where the one before them was. */
  #last: { readonly one: Understood; readonly changes: Map<string, Change> } | undefined;

  add(one: Understood, { counted, given }: Contributions, times: number): void {
    if (given !== null) this.#combinations.add(one, given, times);
    const changes = this.#at(one);
    for (const { question, value } of counted) {
      const key = `${question}\n${value}`;
      const change = changes.get(key);
      if (change === undefined) changes.set(key, { question, value, count: times });
      else change.count += times;
    }
  }

  #at(one: Understood): Map<string, Change> {
    const last = this.#last;
    if (last !== undefined && isSamePlace(last.one, one)) return last.changes;
    const { changes } = this.#placeOf(one);
    this.#last = { one, changes };
    return changes;
  }

  #placeOf({ response, hour, flag }: Understood) {
    const { touchpointId, surveyId, channel } = response;
    const key = `${touchpointId}\n${String(hour.from)}\n${surveyId}\n${channel}\n${flag}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = {
      tenant_id: TENANT,
      touchpoint_id: touchpointId,
      local_date: hour.date,
      hour_from: hour.from,
      survey_id: surveyId,
      channel,
      flag,
    };
    const made = { place, changes: new Map<string, Change>() };
    this.#places.set(key, made);
    return made;
  }

  async write(tx: Tx): Promise<void> {
    const rows = [...this.#places.values()].flatMap(({ place, changes }) =>
      [...changes.values()].filter(({ count }) => count !== 0).map((change) => ({ ...place, ...change })),
    );
    await addToCounters(tx, rows);
    const lowered = rows.filter(({ count }) => count < 0);
    if (lowered.length > 0) await removeEmpty(tx, lowered);
    await this.#combinations.write(tx);
  }
}

const isSamePlace = (one: Understood, other: Understood): boolean =>
  one.hour.from === other.hour.from &&
  one.flag === other.flag &&
  one.response.touchpointId === other.response.touchpointId &&
  one.response.surveyId === other.response.surveyId &&
  one.response.channel === other.response.channel;

/** A counter that has come down to nothing is as one that never was. */
async function removeEmpty(tx: Tx, places: readonly Place[]): Promise<void> {
  await tx
    .deleteFrom('counter')
    .where('tenant_id', '=', TENANT)
    .where('touchpoint_id', 'in', inList([...new Set(places.map((place) => place.touchpoint_id))]))
    .where('local_date', 'in', inList([...new Set(places.map((place) => place.local_date))]))
    .where('count', '=', 0)
    .execute();
}
