import type { Insertable } from 'kysely';
import { TENANT, addToCombinations, inList, type Tables, type Tx } from '../store/index.ts';
import type { Understood } from './understand.ts';

type Row = Insertable<Tables['combination']>;

/** Sums up which answers a batch gave together, so that each combination is written once. */
export class CombinationChanges {
  readonly #rows = new Map<string, Row>();

  add({ response, hour, flag }: Understood, given: string, times: number): void {
    const { surveyId, touchpointId, questionnaireVersion } = response;
    const key = `${surveyId}\n${touchpointId}\n${hour.date}\n${flag}\n${questionnaireVersion}\n${given}`;
    const known = this.#rows.get(key);
    if (known !== undefined) {
      known.count += times;
      return;
    }
    this.#rows.set(key, {
      tenant_id: TENANT,
      survey_id: surveyId,
      touchpoint_id: touchpointId,
      local_date: hour.date,
      flag,
      questionnaire_version: questionnaireVersion,
      given,
      count: times,
    });
  }

  async write(tx: Tx): Promise<void> {
    const rows = [...this.#rows.values()].filter(({ count }) => count !== 0);
    await addToCombinations(tx, rows);
    const lowered = rows.filter(({ count }) => count < 0);
    if (lowered.length > 0) await removeEmpty(tx, lowered);
  }
}

/** A combination that has come down to nothing is as one that never was. */
async function removeEmpty(tx: Tx, rows: readonly Row[]): Promise<void> {
  await tx
    .deleteFrom('combination')
    .where('tenant_id', '=', TENANT)
    .where('survey_id', 'in', inList([...new Set(rows.map((row) => row.survey_id))]))
    .where('touchpoint_id', 'in', inList([...new Set(rows.map((row) => row.touchpoint_id))]))
    .where('local_date', 'in', inList([...new Set(rows.map((row) => row.local_date))]))
    .where('count', '=', 0)
    .execute();
}
