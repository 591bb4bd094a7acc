import { makeUuidV7 } from '../../core/kernel/index.ts';
import {
  choiceReplySchema,
  choiceRequestSchema,
  inboxItemParamsSchema,
  type ConflictChoice,
} from '../../core/protocol/index.ts';
import { recordAct, type Actor } from '../audit/index.ts';
import { Refusal, replies } from '../http/index.ts';
import { correctResponse, noteCorrection, type Correction } from '../ingest/index.ts';
import { signedIn as signedInAs } from '../people/index.ts';
import { findItem } from './findItem.ts';
import { DOCUMENTED, ONE_CONFLICT, type InboxParts } from './inboxParts.ts';

/** What a person chooses where two contents came under one id and revision. Both stay; a choice may be changed. */
export function conflictEndpoints(parts: InboxParts): void {
  parts.app.post(
    `${ONE_CONFLICT}/choice`,
    {
      onRequest: parts.signedIn,
      schema: {
        summary: 'Which of the two counts: the first, the second in its place, or both, each by itself',
        ...DOCUMENTED,
        params: inboxItemParamsSchema,
        body: choiceRequestSchema,
        response: replies(choiceReplySchema),
      },
    },
    async (request) => {
      const item = Number(request.params.item);
      const { choice } = request.body;
      await choose(parts, signedInAs(request).session, item, choice);
      return { item, choice };
    },
  );
}

async function choose(
  { store, clock, random, events }: InboxParts,
  by: Actor,
  item: number,
  choice: ConflictChoice,
): Promise<void> {
  const at = clock.now();
  const correction: Correction =
    choice === 'both'
      ? { kind: 'apart', apartId: makeUuidV7(at, random) }
      : { kind: choice === 'first' ? 'kept' : 'taken' };
  const touchpointIds = await store.write(async (tx) => {
    const found = await findItem(tx, item);
    const { responseId, rev } = found;
    if (found.conflict === 0) throw new Refusal('not_found', 'Nothing else came under its id before it.');
    const detail = { item, rev, choice };
    await recordAct(tx, { by, at, act: 'conflict_settled', kind: 'response', subject: responseId, detail });
    return correctResponse(tx, responseId, () => noteCorrection(tx, found, correction, { by: by.name, at }));
  });
  for (const touchpointId of touchpointIds) events.publish('responses', touchpointId);
  events.publish('inbox', '');
}
