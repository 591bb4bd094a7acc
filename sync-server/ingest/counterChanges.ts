import { TENANT, addToCounters, type Tx } from '../store/index.ts';
import type { Understood } from './understand.ts';

interface CounterChange {
  readonly tenant_id: string;
  readonly touchpoint_id: string;
  readonly local_date: string;
  readonly hour_from: number;
  readonly survey_id: string;
  readonly question: string;
  readonly value: string;
  count: number;
}

/** Sums up what a batch changes, so that each counter is written once. */
export class CounterChanges {
  readonly #changes = new Map<string, CounterChange>();

  add(
    { response, hour }: Understood,
    counted: readonly { readonly question: string; readonly value: string }[],
    times: number,
  ): void {
    for (const { question, value } of counted) {
      const key = `${response.touchpointId}\n${String(hour.from)}\n${response.surveyId}\n${question}\n${value}`;
      const change = this.#changes.get(key);
      if (change !== undefined) change.count += times;
      else {
        this.#changes.set(key, {
          tenant_id: TENANT,
          touchpoint_id: response.touchpointId,
          local_date: hour.date,
          hour_from: hour.from,
          survey_id: response.surveyId,
          question,
          value,
          count: times,
        });
      }
    }
  }

  async write(tx: Tx): Promise<void> {
    await addToCounters(
      tx,
      [...this.#changes.values()].filter(({ count }) => count !== 0),
    );
  }
}
