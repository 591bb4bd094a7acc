import { sql, type Kysely } from 'kysely';
import { MIGRATIONS } from '../../store/migrations/index.ts';
import { sampleResponse, startTestServer, type TestServer } from '../../testing/index.ts';

/** The last migration of every schema that was ever released, oldest first. */
export const RELEASED: readonly string[] = Object.keys(MIGRATIONS);

export const upTo = (last: string) =>
  Object.fromEntries(Object.entries(MIGRATIONS).slice(0, RELEASED.indexOf(last) + 1));

/** A server that holds one of each: revised, as first said, and quarantined; four items in all. */
export async function serverWithSomeOfEach(): Promise<TestServer> {
  const server = await startTestServer();
  const device = await server.device();
  const said = sampleResponse({ face: 2, answers: { '/data/visit': '2', '/data/comment': 'Slow.' } });
  const unheard = sampleResponse({ surveyId: 'unheard' });
  const all = [said, { ...said, rev: 2 }, sampleResponse(), unheard];
  await device.push(all.map((one) => device.seal(one)));
  return server;
}

/** What rows are derived into: a rebuild makes them anew. */
export const DERIVED = ['counter', 'response', 'comment', 'quarantine'] as const;

/** All of today's migrations, and one more that breaks off after it has changed the schema and rows. */
export const BREAKING_OFF = {
  ...MIGRATIONS,
  '9999_floor': {
    up: async (schema: Kysely<unknown>) => {
      await sql`alter table touchpoint add column floor text`.execute(schema);
      await sql`update touchpoint set floor = '1'`.execute(schema);
      throw new Error('half-way');
    },
  },
};
