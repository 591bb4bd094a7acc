import type { Clock } from '../../core/kernel/index.ts';
import { publishReplySchema, publishRequestSchema, type PublishRequest } from '../../core/protocol/index.ts';
import {
  checkDefinition,
  compileQuestionnaire,
  describeProblem,
  type Definition,
} from '../../core/questionnaire/index.ts';
import { recordAct } from '../audit/index.ts';
import type { EventHub } from '../events/index.ts';
import { Refusal, replies, type App, type Guard } from '../http/index.ts';
import { signedIn as signedInAs } from '../people/index.ts';
import { keyInUse } from '../projectKeys/index.ts';
import type { Store, Tx } from '../store/index.ts';
import { addTouchpoint, findTouchpoint, findTouchpoints, runSurveyAt } from '../touchpoints/index.ts';
import type { Counting } from './counting.ts';
import { findVersion, type PublishedVersion } from './findSurvey.ts';
import { uncountable } from './heardQuestions.ts';
import { publishSurvey } from './publishSurvey.ts';

/** Packed bytes of a request: room for a questionnaire with 2,000 questions and 50,000 choices in several languages. */
const LARGEST_REQUEST = 4 * 1024 * 1024;
const MOST_TOLD = 3;
/** What devices take for an id. */
const LONGEST_NAME = 100;

interface PublishParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly signedIn: Guard;
  /** In the same transaction: what waits for a survey or a touchpoint can be understood from then on. */
  readonly onPublish: (tx: Tx) => Promise<void>;
  readonly onPublished: () => Promise<unknown>;
}

export function publishEndpoint(
  app: App,
  { store, clock, events, signedIn, onPublish, onPublished }: PublishParts,
): void {
  app.post(
    '/api/console/surveys',
    {
      onRequest: signedIn,
      bodyLimit: LARGEST_REQUEST,
      schema: {
        summary:
          'Put a questionnaire into use as a survey, or as the next version of one, at some touchpoints',
        tags: ['console'],
        security: [{ session: [] }],
        body: publishRequestSchema,
        response: replies(publishReplySchema),
      },
    },
    async (request) => {
      const { body } = request;
      const by = signedInAs(request).session;
      const definition = soundDefinition(body.definition);
      const touchpointIds = await store.write(async (tx) => {
        await onPublish(tx);
        const at = clock.now();
        const runsAt = await publish(tx, body, definition, at);
        const sealed = body.sealed === true ? { sealed: true } : {};
        const detail = { version: definition.version, touchpointIds: runsAt, ...sealed };
        const published = { act: 'survey_published', kind: 'survey', subject: body.surveyId } as const;
        await recordAct(tx, { by, at, ...published, detail });
        return runsAt;
      });
      await onPublished();
      for (const touchpointId of touchpointIds) events.publish('surveys', touchpointId);
      if (touchpointIds.length === 0) events.publish('surveys', '');
      return { surveyId: body.surveyId, version: definition.version, touchpointIds };
    },
  );
}

/** What the browser found to be without errors is checked again: whoever sends it need not be our page. */
function soundDefinition(raw: unknown): Definition {
  const checked = checkDefinition(raw);
  if (!checked.ok)
    throw invalid(checked.error.filter(({ severity }) => severity === 'error').map(describeProblem));
  const { definition } = checked.value;
  if (!isNamed(definition.version) || !isNamed(definition.id))
    throw invalid([`Id and version need 1 to ${LONGEST_NAME} letters.`]);
  const compiled = compileQuestionnaire(definition);
  if (!compiled.ok) throw invalid(compiled.error.map(({ path, message }) => `${path}: ${message}`));
  return definition;
}

const isNamed = (name: string): boolean => name.trim() !== '' && name.length <= LONGEST_NAME;

const invalid = (problems: readonly string[]): Refusal =>
  new Refusal('questionnaire_invalid', problems.slice(0, MOST_TOLD).join(' '));

/** All or nothing; the same request again changes nothing. Gives the touchpoints where the survey now runs because of it. */
async function publish(tx: Tx, body: PublishRequest, definition: Definition, now: number): Promise<string[]> {
  const { surveyId, newTouchpoint } = body;
  const { counting = {}, sealed: isSealed = false } = body;
  const unsound = uncountable(definition, counting);
  if (unsound.length > 0)
    throw invalid([
      `Not a select_one question with a list of its own and at most 100 choices: ${unsound.join(', ')}.`,
    ]);
  const known = await findVersion(tx, surveyId, definition.version);
  if (isSealed) await mayBeSealed(tx);
  if (known !== null && !isSame(known, definition, counting, isSealed))
    throw new Refusal('version_taken', 'Versions never change: give the questionnaire another version.');
  const touchpointIds = [...new Set(body.touchpointIds)];
  if ((await findTouchpoints(tx, touchpointIds)).size < touchpointIds.length)
    throw new Refusal('not_found', 'There is no such touchpoint.');
  await publishSurvey(tx, surveyId, definition, now, counting, isSealed);
  if (newTouchpoint !== undefined) {
    if (!isZone(newTouchpoint.timezone)) throw new Refusal('bad_request', 'This time zone is not known.');
    if ((await findTouchpoint(tx, newTouchpoint.touchpointId)) === null)
      await addTouchpoint(tx, { ...newTouchpoint, name: newTouchpoint.name.trim(), surveyId }, now);
    touchpointIds.push(newTouchpoint.touchpointId);
  }
  await runSurveyAt(tx, touchpointIds, surveyId);
  return touchpointIds;
}

const isSame = (
  known: PublishedVersion,
  definition: Definition,
  counting: Counting,
  isSealed: boolean,
): boolean =>
  known.definition === JSON.stringify(definition) &&
  known.counting === JSON.stringify(counting) &&
  (known.sealed === 1) === isSealed;

async function mayBeSealed(tx: Tx): Promise<void> {
  if ((await keyInUse(tx)) === null)
    throw new Refusal('no_project_key', 'Make a key of the project first, on the page of the keys.');
}

function isZone(timezone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
