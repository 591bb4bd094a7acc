import { sql } from 'kysely';
import { TENANT, dialectOf, type Tx } from '../store/index.ts';
import { MARK, nameAttachments } from './nameAttachments.ts';

const PAGE = 100;

/** Makes anew from the inbox what responses say to have: what was erased has nothing. */
export async function renameAttachments(tx: Tx): Promise<void> {
  await tx.deleteFrom('response_attachment').where('tenant_id', '=', TENANT).execute();
  let after = 0;
  for (;;) {
    const page = await readPage(tx, after);
    await nameAttachments(
      tx,
      page.map((row) => ({ ...row, text: row.payload.toString('utf8') })),
    );
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.arrival;
  }
}

/** The database looks for the mark, as nearly no response has it. */
const hasMark = (tx: Tx) =>
  dialectOf(tx) === 'postgres'
    ? sql<boolean>`position(convert_to(${MARK}, 'UTF8') in payload) > 0`
    : sql<boolean>`instr(payload, cast(${MARK} as blob)) > 0`;

const readPage = (tx: Tx, after: number) =>
  tx
    .selectFrom('inbox')
    .where('tenant_id', '=', TENANT)
    .where('arrival', '>', after)
    .where(hasMark(tx))
    .orderBy('arrival')
    .limit(PAGE)
    .select(['arrival', 'response_id as responseId', 'rev', 'content_hash as contentHash', 'payload'])
    .execute();
