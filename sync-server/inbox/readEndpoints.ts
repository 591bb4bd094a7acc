import {
  conflictListSchema,
  conflictQuerySchema,
  conflictSchema,
  inboxItemParamsSchema,
  inboxSummarySchema,
  incompleteListSchema,
  incompleteQuerySchema,
  quarantineQuerySchema,
  quarantineReplySchema,
  quarantinedSchema,
  questionsQuerySchema,
  questionsReplySchema,
} from '../../core/protocol/index.ts';
import { Refusal, packReply, replies } from '../http/index.ts';
import { findVersion, listQuestions } from '../surveys/index.ts';
import { listConflicts, showConflict } from './conflicts.ts';
import { DOCUMENTED, INBOX, ONE_CONFLICT, ONE_QUARANTINED, type InboxParts } from './inboxParts.ts';
import { listFixed } from './fixed.ts';
import { listIncomplete } from './incomplete.ts';
import { listQuarantined, showQuarantined } from './quarantined.ts';
import { summary } from './summary.ts';

const answering = <const Schema>(schema: Schema, about: string) => ({
  summary: about,
  ...DOCUMENTED,
  response: replies(schema),
});

const numberIn = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

/** What the inbox shows; nothing changes by looking. */
export function readEndpoints(parts: InboxParts): void {
  readQuarantine(parts);
  readConflicts(parts);
  readIncomplete(parts);
}

function readIncomplete({ app, store, clock, signedIn }: InboxParts): void {
  app.get(
    `${INBOX}/incomplete`,
    {
      onRequest: signedIn,
      onSend: packReply,
      schema: {
        ...answering(incompleteListSchema, 'Responses whose attachments are still to come, oldest first'),
        querystring: incompleteQuerySchema,
      },
    },
    ({ query: { after } }) => listIncomplete(store.read, { after: numberIn(after) }, clock.now()),
  );
}

function readQuarantine({ app, store, clock, signedIn }: InboxParts): void {
  const hooks = { onRequest: signedIn, onSend: packReply };
  app.get(
    INBOX,
    {
      ...hooks,
      schema: answering(inboxSummarySchema, 'How much needs a person, and what of it belongs together'),
    },
    () => summary(store.read, clock.now()),
  );
  app.get(
    `${INBOX}/quarantine`,
    {
      ...hooks,
      schema: {
        ...answering(quarantineReplySchema, 'What was not understood, latest first, a page at a time'),
        querystring: quarantineQuerySchema,
      },
    },
    ({ query: { dismissed, fixed, before, ...query } }) => {
      const page = { before: numberIn(before) };
      return fixed === 'true'
        ? listFixed(store.read, page)
        : listQuarantined(store.read, { ...query, ...page, dismissed: dismissed === 'true' });
    },
  );
  app.get(
    ONE_QUARANTINED,
    {
      ...hooks,
      schema: {
        ...answering(quarantinedSchema, 'One item as it came, and what people decided on it'),
        params: inboxItemParamsSchema,
      },
    },
    ({ params: { item } }) => showQuarantined(store.read, Number(item)),
  );
}

function readConflicts({ app, store, signedIn }: InboxParts): void {
  const hooks = { onRequest: signedIn, onSend: packReply };
  app.get(
    `${INBOX}/conflicts`,
    {
      ...hooks,
      schema: {
        ...answering(conflictListSchema, 'What came under the id and revision of something else'),
        querystring: conflictQuerySchema,
      },
    },
    ({ query: { settled, before } }) =>
      listConflicts(store.read, { settled: settled === 'true', before: numberIn(before) }),
  );
  app.get(
    ONE_CONFLICT,
    {
      ...hooks,
      schema: {
        ...answering(conflictSchema, 'Both side by side, with what differs between them'),
        params: inboxItemParamsSchema,
      },
    },
    ({ params: { item } }) => showConflict(store.read, Number(item)),
  );
  app.get(
    `${INBOX}/questions`,
    {
      ...hooks,
      schema: {
        ...answering(questionsReplySchema, 'The questions of a published version, by their paths'),
        querystring: questionsQuerySchema,
      },
    },
    async ({ query: { surveyId, version } }) => {
      const found = await findVersion(store.read, surveyId, version);
      if (found === null) throw new Refusal('not_found', 'There is no such version.');
      return { questions: listQuestions(found.definition) };
    },
  );
}
