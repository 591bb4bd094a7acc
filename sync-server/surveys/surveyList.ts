import type { Kysely } from 'kysely';
import type { ListedSurvey } from '../../core/protocol/index.ts';
import { isGroup, isRepeat, type Definition } from '../../core/questionnaire/index.ts';
import { TENANT, type Tables } from '../store/index.ts';

/** What the list tells of a version; versions never change, so each is read once. */
type Described = Pick<ListedSurvey, 'defaultLanguage' | 'languages' | 'questions'>;
const MOST_KEPT = 1_000;

/** Every survey with its versions and the touchpoints where it runs, by title. */
export class SurveyList {
  readonly #described = new Map<string, Described>();

  async read(db: Kysely<Tables>): Promise<ListedSurvey[]> {
    const surveys = await readSurveys(db);
    const [versions, touchpoints] = [await readVersions(db), await readTouchpoints(db)];
    const unopened = await countUnopened(db);
    const listed: ListedSurvey[] = [];
    for (const { survey_id, title, current_version } of surveys) {
      const own = versions.get(survey_id) ?? [];
      const current = own.find(({ questionnaire_version }) => questionnaire_version === current_version);
      if (current === undefined) continue;
      listed.push({
        surveyId: survey_id,
        questionnaireId: current.questionnaire_id,
        title: JSON.parse(title) as ListedSurvey['title'],
        version: current_version,
        publishedAt: current.published_at,
        ...(await this.#describe(db, survey_id, current_version)),
        versions: own.map(({ questionnaire_version, published_at }) => ({
          version: questionnaire_version,
          publishedAt: published_at,
        })),
        touchpoints: touchpoints.get(survey_id) ?? [],
        sealed: current.sealed === 1,
        counting: JSON.parse(current.counting) as ListedSurvey['counting'],
        unopened: unopened.get(survey_id) ?? 0,
      });
    }
    return listed.sort((one, other) => titleOf(one).localeCompare(titleOf(other), 'en'));
  }

  async #describe(db: Kysely<Tables>, surveyId: string, version: string): Promise<Described> {
    const key = JSON.stringify([surveyId, version]);
    const known = this.#described.get(key);
    if (known !== undefined) return known;
    const { definition } = await db
      .selectFrom('survey_version')
      .where('tenant_id', '=', TENANT)
      .where('survey_id', '=', surveyId)
      .where('questionnaire_version', '=', version)
      .select('definition')
      .executeTakeFirstOrThrow();
    const { languages, defaultLanguage, elements } = JSON.parse(definition) as Definition;
    const described = {
      defaultLanguage,
      languages: languages.map(({ code, name }) => ({ code, name })),
      questions: countQuestions(elements),
    };
    if (this.#described.size >= MOST_KEPT) this.#described.clear();
    this.#described.set(key, described);
    return described;
  }
}

const titleOf = ({ title, defaultLanguage }: ListedSurvey): string =>
  title[defaultLanguage] ?? Object.values(title)[0] ?? '';

function countQuestions(elements: Definition['elements']): number {
  const waiting = [...elements];
  let questions = 0;
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (isGroup(element) || isRepeat(element)) waiting.push(...element.elements);
    else questions += 1;
  }
  return questions;
}

const readSurveys = (db: Kysely<Tables>) =>
  db
    .selectFrom('survey')
    .where('tenant_id', '=', TENANT)
    .select(['survey_id', 'title', 'current_version'])
    .execute();

async function readVersions(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('survey_version')
    .where('tenant_id', '=', TENANT)
    .orderBy('published_at', 'desc')
    .orderBy('questionnaire_version', 'desc')
    .select(['survey_id', 'questionnaire_id', 'questionnaire_version', 'published_at', 'sealed', 'counting'])
    .execute();
  return bySurvey(rows, (row) => row);
}

async function countUnopened(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('unopened')
    .where('tenant_id', '=', TENANT)
    .groupBy('survey_id')
    .select(({ fn }) => ['survey_id', fn.countAll<number>().as('count')])
    .execute();
  return new Map(rows.map(({ survey_id, count }) => [survey_id, count]));
}

async function readTouchpoints(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('touchpoint')
    .where('tenant_id', '=', TENANT)
    .orderBy('name')
    .select(['survey_id', 'touchpoint_id', 'name'])
    .execute();
  return bySurvey(rows, ({ touchpoint_id, name }) => ({ touchpointId: touchpoint_id, name }));
}

function bySurvey<Row extends { readonly survey_id: string }, Item>(
  rows: readonly Row[],
  itemOf: (row: Row) => Item,
): ReadonlyMap<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const row of rows) {
    const items = found.get(row.survey_id) ?? [];
    found.set(row.survey_id, items);
    items.push(itemOf(row));
  }
  return found;
}
