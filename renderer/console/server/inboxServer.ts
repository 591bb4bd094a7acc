import {
  acceptanceReplySchema,
  auditReplySchema,
  choiceReplySchema,
  conflictListSchema,
  conflictSchema,
  inboxSummarySchema,
  incompleteListSchema,
  judgedReplySchema,
  quarantineReplySchema,
  quarantinedSchema,
  questionsReplySchema,
  type Audit,
  type AuditQuery,
  type Conflict,
  type ConflictChoice,
  type ConflictList,
  type ConflictQuery,
  type FixRequest,
  type HeardQuestions,
  type InboxSummary,
  type IncompleteList,
  type IncompleteQuery,
  type Judged,
  type QuarantineList,
  type QuarantineQuery,
  type Quarantined,
} from '../../../core/protocol/index.ts';
import { getJson, postJson } from '../../transport/requestJson.ts';
import { readReply, type Reply } from './readReply.ts';

/** What the inbox and the audit log ask of the server. */
export interface InboxServer {
  readonly summary: () => Reply<InboxSummary>;
  readonly quarantine: (query: QuarantineQuery) => Reply<QuarantineList>;
  readonly quarantined: (item: number) => Reply<Quarantined>;
  readonly questions: (surveyId: string, version: string) => Reply<HeardQuestions>;
  readonly retry: (item: number) => Reply<Judged>;
  readonly fix: (item: number, fix: FixRequest) => Reply<Judged>;
  readonly dismiss: (item: number, why: string) => Reply<Judged>;
  readonly bringBack: (item: number) => Reply<Judged>;
  /** A fix, that is: the item waits again. */
  readonly takeBack: (item: number) => Reply<Judged>;
  /** Counts whatever this device sent while it was revoked. */
  readonly accept: (deviceId: string) => Reply<{ readonly accepted: number; readonly left: number }>;
  readonly conflicts: (query: ConflictQuery) => Reply<ConflictList>;
  readonly conflict: (item: number) => Reply<Conflict>;
  readonly choose: (item: number, choice: ConflictChoice) => Reply<{ readonly choice: ConflictChoice }>;
  readonly incomplete: (query: IncompleteQuery) => Reply<IncompleteList>;
  readonly audit: (query: AuditQuery) => Reply<Audit>;
}

const INBOX = '/api/console/inbox';
const one = (item: number, what = ''): string => `${INBOX}/quarantine/${String(item)}${what}`;
const asked = (path: string, query: object): string => {
  const members = Object.entries(query).filter(([, value]) => value !== undefined && value !== false);
  const text = new URLSearchParams(members.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
};

export const inboxServer: InboxServer = {
  summary: () => readReply(inboxSummarySchema, getJson(INBOX)),
  quarantine: (query) => readReply(quarantineReplySchema, getJson(asked(`${INBOX}/quarantine`, query))),
  quarantined: (item) => readReply(quarantinedSchema, getJson(one(item))),
  questions: (surveyId, version) =>
    readReply(questionsReplySchema, getJson(asked(`${INBOX}/questions`, { surveyId, version }))),
  retry: (item) => readReply(judgedReplySchema, postJson(one(item, '/retry'), {})),
  fix: (item, fix) => readReply(judgedReplySchema, postJson(one(item, '/fix'), fix)),
  dismiss: (item, why) => readReply(judgedReplySchema, postJson(one(item, '/dismissal'), { why })),
  takeBack: (item) => readReply(judgedReplySchema, postJson(one(item, '/fix/withdrawal'), {})),
  bringBack: (item) => readReply(judgedReplySchema, postJson(one(item, '/return'), {})),
  accept: (deviceId) =>
    readReply(
      acceptanceReplySchema,
      postJson(`/api/console/devices/${encodeURIComponent(deviceId)}/acceptance`, {}),
    ),
  conflicts: (query) => readReply(conflictListSchema, getJson(asked(`${INBOX}/conflicts`, query))),
  conflict: (item) => readReply(conflictSchema, getJson(`${INBOX}/conflicts/${String(item)}`)),
  choose: (item, choice) =>
    readReply(choiceReplySchema, postJson(`${INBOX}/conflicts/${String(item)}/choice`, { choice })),
  incomplete: (query) => readReply(incompleteListSchema, getJson(asked(`${INBOX}/incomplete`, query))),
  audit: (query) => readReply(auditReplySchema, getJson(asked('/api/console/audit', query))),
};
