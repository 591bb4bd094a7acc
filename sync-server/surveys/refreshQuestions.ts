import type { Definition } from '../../core/questionnaire/index.ts';
import { TENANT, type Tx } from '../store/index.ts';
import type { Counting } from './counting.ts';
import { heardQuestions } from './heardQuestions.ts';

/** Works out anew which questions of each version are counted and listed, by the rules of today. */
export async function refreshQuestions(tx: Tx): Promise<void> {
  const versions = tx
    .selectFrom('survey_version')
    .where('tenant_id', '=', TENANT)
    .select(['survey_id', 'questionnaire_version', 'definition', 'counting', 'questions']);
  for (const version of await versions.execute()) {
    const definition = JSON.parse(version.definition) as Definition;
    const questions = JSON.stringify(heardQuestions(definition, JSON.parse(version.counting) as Counting));
    if (questions === version.questions) continue;
    await tx
      .updateTable('survey_version')
      .set({ questions })
      .where('tenant_id', '=', TENANT)
      .where('survey_id', '=', version.survey_id)
      .where('questionnaire_version', '=', version.questionnaire_version)
      .execute();
  }
}
