import type { FromSchema } from 'json-schema-to-ts';
import type { Kysely } from 'kysely';
import {
  auditQuerySchema,
  auditReplySchema,
  type Audit,
  type AuditEntry,
} from '../../core/protocol/index.ts';
import { packReply, replies, type App, type Guard } from '../http/index.ts';
import { TENANT, type Store, type Tables } from '../store/index.ts';

const PAGE = 50;

export function auditEndpoint(app: App, store: Store, signedIn: Guard): void {
  app.get(
    '/api/console/audit',
    {
      onRequest: signedIn,
      onSend: packReply,
      schema: {
        summary: 'Who did what, latest first, a page at a time',
        tags: ['console'],
        security: [{ session: [] }],
        querystring: auditQuerySchema,
        response: replies(auditReplySchema),
      },
    },
    async ({ query }): Promise<Audit> => {
      const entries = await readPage(store.read, query);
      return {
        entries,
        next: entries.length < PAGE ? null : (entries.at(-1)?.entry ?? null),
        people: await readPeople(store.read),
      };
    },
  );
}

async function readPage(
  db: Kysely<Tables>,
  query: FromSchema<typeof auditQuerySchema>,
): Promise<AuditEntry[]> {
  const { act, personId, from, until, before } = query;
  let page = db.selectFrom('audit').where('tenant_id', '=', TENANT);
  if (act !== undefined) page = page.where('act', '=', act);
  if (personId !== undefined) page = page.where('person_id', '=', personId);
  if (from !== undefined) page = page.where('at', '>=', Number(from));
  if (until !== undefined) page = page.where('at', '<', Number(until));
  if (before !== undefined) page = page.where('entry', '<', Number(before));
  const rows = await page.orderBy('entry', 'desc').limit(PAGE).selectAll().execute();
  return rows.map(({ entry, at, person_id, person_name, act: done, kind, subject, detail }) => ({
    entry,
    at,
    personId: person_id,
    personName: person_name,
    act: done,
    kind,
    subject,
    detail: JSON.parse(detail) as AuditEntry['detail'],
  }));
}

/** By the name that they had last. */
async function readPeople(db: Kysely<Tables>): Promise<Audit['people']> {
  const rows = await db
    .selectFrom('audit')
    .where('tenant_id', '=', TENANT)
    .groupBy(['person_id', 'person_name'])
    .select(({ fn }) => ['person_id', 'person_name', fn.max('entry').as('last')])
    .orderBy('last')
    .execute();
  const names = new Map(rows.map(({ person_id, person_name }) => [person_id, person_name]));
  return [...names].map(([personId, name]) => ({ personId, name }));
}
