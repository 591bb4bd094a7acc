import type { Kysely } from 'kysely';
import type { SurveyInfo } from '../../core/protocol/index.ts';
import { TENANT, inList, type Tables } from '../store/index.ts';
import type { Counting } from './counting.ts';
import type { HeardQuestion } from './heardQuestions.ts';

/** Which version of a survey is in use: cheap to ask, whatever the definition weighs. */
export async function findCurrentVersion(
  db: Kysely<Tables>,
  surveyId: string,
): Promise<CurrentVersion | null> {
  const row = await currentVersion(db, surveyId)
    .select([
      'questionnaire_id as questionnaireId',
      'questionnaire_version as questionnaireVersion',
      'sealed',
    ])
    .executeTakeFirst();
  return row === undefined ? null : { surveyId, ...row, isSealed: row.sealed === 1 };
}

interface CurrentVersion {
  readonly surveyId: string;
  readonly questionnaireId: string;
  readonly questionnaireVersion: string;
  /** What is said in it is put down as envelopes only (K1). */
  readonly isSealed: boolean;
}

/** A survey with its current version, as devices get it; to whom it is sealed, if it is, has to be added. */
export async function findSurvey(
  db: Kysely<Tables>,
  surveyId: string,
): Promise<(Omit<SurveyInfo, 'sealedTo'> & Pick<CurrentVersion, 'isSealed'>) | null> {
  const row = await currentVersion(db, surveyId)
    .select(['questionnaire_id', 'questionnaire_version', 'definition', 'sealed'])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    surveyId,
    questionnaireId: row.questionnaire_id,
    questionnaireVersion: row.questionnaire_version,
    definition: JSON.parse(row.definition) as SurveyInfo['definition'],
    isSealed: row.sealed === 1,
  };
}

/** Definition, counting and sealing of a version as they were published, word for word; null where there is no such version. */
export async function findVersion(
  db: Kysely<Tables>,
  surveyId: string,
  version: string,
): Promise<PublishedVersion | null> {
  const row = await db
    .selectFrom('survey_version')
    .where('tenant_id', '=', TENANT)
    .where('survey_id', '=', surveyId)
    .where('questionnaire_version', '=', version)
    .select(['definition', 'counting', 'sealed'])
    .executeTakeFirst();
  return row ?? null;
}

export interface PublishedVersion {
  readonly definition: string;
  readonly counting: string;
  /** 1: it is. */
  readonly sealed: number;
}

/** A published version as far as counting needs it. */
export interface HeardVersion {
  readonly questions: readonly HeardQuestion[];
  readonly counting: Counting;
}

/** The published versions of some surveys with what is counted of them, by `versionKey`. */
export async function findVersions(
  db: Kysely<Tables>,
  surveyIds: readonly string[],
): Promise<ReadonlyMap<string, HeardVersion>> {
  const rows = await db
    .selectFrom('survey_version')
    .where('tenant_id', '=', TENANT)
    .where('survey_id', 'in', inList(surveyIds))
    .select(['survey_id', 'questionnaire_id', 'questionnaire_version', 'questions', 'counting'])
    .execute();
  return new Map(
    rows.map((row) => [
      versionKey(row.survey_id, row.questionnaire_id, row.questionnaire_version),
      readVersion(row),
    ]),
  );
}

const MOST_READ = 1_000;
const read = new Map<string, HeardVersion>();

/** The same text is read once: every batch asks for it. */
function readVersion({ questions, counting }: Record<'questions' | 'counting', string>): HeardVersion {
  const text = `${counting}\n${questions}`;
  const known = read.get(text);
  if (known !== undefined) return known;
  const version = {
    questions: JSON.parse(questions) as readonly HeardQuestion[],
    counting: JSON.parse(counting) as Counting,
  };
  if (read.size >= MOST_READ) read.clear();
  read.set(text, version);
  return version;
}

export const versionKey = (surveyId: string, questionnaireId: string, version: string): string =>
  JSON.stringify([surveyId, questionnaireId, version]);

/** What is counted of each version of a survey that ever was in use, the oldest first. */
export async function listVersions(
  db: Kysely<Tables>,
  surveyId: string,
): Promise<readonly { readonly version: string; readonly questions: readonly HeardQuestion[] }[]> {
  const rows = await db
    .selectFrom('survey_version')
    .where('tenant_id', '=', TENANT)
    .where('survey_id', '=', surveyId)
    .orderBy('published_at')
    .orderBy('questionnaire_version')
    .select(['questionnaire_version as version', 'questions', 'counting'])
    .execute();
  return rows.map((row) => ({ version: row.version, questions: readVersion(row).questions }));
}

/** The counted questions of a survey's current version. */
export async function findCurrentQuestions(
  db: Kysely<Tables>,
  surveyId: string,
): Promise<readonly HeardQuestion[]> {
  const row = await currentVersion(db, surveyId).select('questions').executeTakeFirst();
  return row === undefined ? [] : (JSON.parse(row.questions) as readonly HeardQuestion[]);
}

const currentVersion = (db: Kysely<Tables>, surveyId: string) =>
  db
    .selectFrom('survey')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.tenant_id', '=', 'survey.tenant_id')
        .onRef('survey_version.survey_id', '=', 'survey.survey_id')
        .onRef('survey_version.questionnaire_version', '=', 'survey.current_version'),
    )
    .where('survey.tenant_id', '=', TENANT)
    .where('survey.survey_id', '=', surveyId);
