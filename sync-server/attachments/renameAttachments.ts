import { sql } from 'kysely';
import { TENANT, dialectOf, type Tx } from '../store/index.ts';
import { MARK, nameAttachments, nameOpened } from './nameAttachments.ts';

const PAGE = 100;

/** Makes anew from the inbox, and what was opened of it, what responses say to have: what was erased has nothing. */
export async function renameAttachments(tx: Tx): Promise<void> {
  for (const table of ['response_attachment', 'opened_attachment'] as const)
    await tx.deleteFrom(table).where('tenant_id', '=', TENANT).execute();
  let after = 0;
  for (;;) {
    const page = await readPage(tx, after);
    const named = page.map((row) => ({ ...row, text: row.payload.toString('utf8') }));
    await nameAttachments(tx, named);
    await nameOpened(
      tx,
      named.flatMap((one) => (one.opened === null ? [] : [{ ...one, opened: one.opened.toString('utf8') }])),
    );
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.arrival;
  }
}

/** The database looks for the mark, as nearly no response has it. */
const hasMark = (tx: Tx) =>
  dialectOf(tx) === 'postgres'
    ? sql<boolean>`position(convert_to(${MARK}, 'UTF8') in inbox.payload) > 0`
    : sql<boolean>`instr(inbox.payload, cast(${MARK} as blob)) > 0`;

const readPage = (tx: Tx, after: number) =>
  tx
    .selectFrom('inbox')
    .leftJoin('opened', (join) =>
      join
        .onRef('opened.tenant_id', '=', 'inbox.tenant_id')
        .onRef('opened.response_id', '=', 'inbox.response_id')
        .onRef('opened.rev', '=', 'inbox.rev')
        .onRef('opened.content_hash', '=', 'inbox.content_hash'),
    )
    .where('inbox.tenant_id', '=', TENANT)
    .where('arrival', '>', after)
    .where(hasMark(tx))
    .orderBy('arrival')
    .limit(PAGE)
    .select([
      'arrival',
      'inbox.response_id as responseId',
      'inbox.rev as rev',
      'inbox.content_hash as contentHash',
      'inbox.payload as payload',
      'opened.payload as opened',
    ])
    .execute();
