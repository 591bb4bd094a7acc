import {
  dismissalRequestSchema,
  fixRequestSchema,
  inboxItemParamsSchema,
  judgedReplySchema,
} from '../../core/protocol/index.ts';
import type { FixRequest, Judged } from '../../core/protocol/index.ts';
import type { FastifyRequest } from 'fastify';
import { recordAct } from '../audit/index.ts';
import { Refusal, replies } from '../http/index.ts';
import { correctResponse, noteCorrection, type Correction } from '../ingest/index.ts';
import { signedIn as signedInAs } from '../people/index.ts';
import type { Tx } from '../store/index.ts';
import { findVersion, listQuestions } from '../surveys/index.ts';
import { findTouchpoint } from '../touchpoints/index.ts';
import { findItem, type InboxItem } from './findItem.ts';
import { DOCUMENTED, ONE_QUARANTINED, type InboxParts } from './inboxParts.ts';
import { saidIn, stateNow } from './quarantined.ts';

/** What is decided; null: nothing but to look again. */
type Decide = (tx: Tx, found: InboxItem) => Promise<Correction | null>;
/** In which state an item has to be for it. */
const BEFORE = {
  quarantine_retried: 'waiting',
  response_fixed: 'waiting',
  fix_withdrawn: 'fixed',
  response_dismissed: 'waiting',
  response_returned: 'dismissed',
} as const;
type Act = keyof typeof BEFORE;

/** What a person decides on an item that was not understood. The item stays as it came. */
export function correctionEndpoints(parts: InboxParts): void {
  const { app, signedIn } = parts;
  const schema = { ...DOCUMENTED, params: inboxItemParamsSchema, response: replies(judgedReplySchema) };
  const item = (request: FastifyRequest): number => Number((request.params as { item: string }).item);
  app.post(
    `${ONE_QUARANTINED}/retry`,
    { onRequest: signedIn, schema: { summary: 'Judge the item anew', ...schema } },
    (request) => settle(parts, request, item(request), 'quarantine_retried', async () => null),
  );
  app.post(
    `${ONE_QUARANTINED}/fix`,
    {
      onRequest: signedIn,
      schema: {
        summary:
          'Read the item by another published version, its answers by the questions named; then judge it anew',
        ...schema,
        body: fixRequestSchema,
      },
    },
    (request) =>
      settle(parts, request, item(request), 'response_fixed', (tx, found) => fixOf(tx, found, request.body)),
  );
  app.post(
    `${ONE_QUARANTINED}/fix/withdrawal`,
    {
      onRequest: signedIn,
      schema: { summary: "Take back how the item is read by a person's word, and judge it anew", ...schema },
    },
    (request) => settle(parts, request, item(request), 'fix_withdrawn', async () => ({ kind: 'withdrawn' })),
  );
  app.post(
    `${ONE_QUARANTINED}/dismissal`,
    {
      onRequest: signedIn,
      schema: {
        summary: 'Take the item out of what waits; it is kept',
        ...schema,
        body: dismissalRequestSchema,
      },
    },
    (request) =>
      settle(parts, request, item(request), 'response_dismissed', async (_tx, found) => ({
        kind: 'dismissed',
        why: request.body.why.trim(),
        was: found.reason ?? '',
      })),
  );
  app.post(
    `${ONE_QUARANTINED}/return`,
    {
      onRequest: signedIn,
      schema: { summary: 'Bring back what was dismissed, and judge it anew', ...schema },
    },
    (request) =>
      settle(parts, request, item(request), 'response_returned', async () => ({ kind: 'returned' })),
  );
}

/** Notes the decision, judges anew and records who did so, all in one transaction. */
async function settle(
  { store, clock, events }: InboxParts,
  request: FastifyRequest,
  item: number,
  act: Act,
  decide: Decide,
): Promise<Judged> {
  const by = signedInAs(request).session;
  const done = await store.write(async (tx) => {
    const at = clock.now();
    const found = await findItem(tx, item);
    if ((await stateNow(tx, found)) !== BEFORE[act])
      throw new Refusal(
        'decided_already',
        'Look again: somebody has decided on it, or it is understood by now.',
      );
    const correction = await decide(tx, found);
    const { responseId } = found;
    const touchpointIds = await correctResponse(tx, responseId, async () => {
      if (correction !== null) await noteCorrection(tx, found, correction, { by: by.name, at });
    });
    const after = await findItem(tx, item);
    const { kind: _, ...told } = correction ?? { kind: null };
    const detail = { item, rev: found.rev, before: found.reason, after: after.reason, ...told };
    await recordAct(tx, { by, at, act, kind: 'response', subject: responseId, detail });
    const state = await stateNow(tx, after);
    return { touchpointIds, judged: { item, state, reason: after.reason } };
  });
  for (const touchpointId of done.touchpointIds) events.publish('responses', touchpointId);
  events.publish('inbox', '');
  return done.judged;
}

async function fixOf(
  tx: Tx,
  { text }: InboxItem,
  { surveyId, version, questions, touchpointId }: FixRequest,
): Promise<Correction> {
  const found = await findVersion(tx, surveyId, version);
  if (found === null) throw new Refusal('not_found', 'There is no such version.');
  if (touchpointId !== undefined && (await findTouchpoint(tx, touchpointId)) === null)
    throw new Refusal('not_found', 'There is no such touchpoint.');
  const asked = new Set(listQuestions(found.definition).map(({ path }) => path));
  const answered = new Set((saidIn(text)?.answers ?? []).map(({ path }) => path));
  const targets = Object.values(questions);
  const isSound =
    Object.keys(questions).every((path) => answered.has(path)) &&
    targets.every((path) => asked.has(path)) &&
    new Set(targets).size === targets.length;
  if (!isSound)
    throw new Refusal('bad_request', 'Each answer must be one of the response, and stand for one question.');
  const { id: questionnaireId } = JSON.parse(found.definition) as { readonly id: string };
  return {
    kind: 'fixed',
    fix: {
      surveyId,
      questionnaireId,
      questionnaireVersion: version,
      questions,
      ...(touchpointId === undefined ? {} : { touchpointId }),
    },
  };
}
