import type { Definition } from '../../core/questionnaire/index.ts';
import { TENANT, type Tx } from '../store/index.ts';
import type { Counting } from './counting.ts';
import { heardQuestions } from './heardQuestions.ts';

/** Puts a questionnaire into use as a survey's current version. A version that is there already stays as it is. */
export async function publishSurvey(
  tx: Tx,
  surveyId: string,
  definition: Definition,
  now: number,
  counting: Counting = {},
  isSealed = false,
): Promise<void> {
  const title = JSON.stringify(definition.title);
  await tx
    .insertInto('survey')
    .values({
      tenant_id: TENANT,
      survey_id: surveyId,
      title,
      current_version: definition.version,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'survey_id'])
        .doUpdateSet({ title, current_version: definition.version }),
    )
    .execute();
  await tx
    .insertInto('survey_version')
    .values({
      tenant_id: TENANT,
      survey_id: surveyId,
      questionnaire_version: definition.version,
      questionnaire_id: definition.id,
      definition: JSON.stringify(definition),
      questions: JSON.stringify(heardQuestions(definition, counting)),
      counting: JSON.stringify(counting),
      sealed: isSealed ? 1 : 0,
      published_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
