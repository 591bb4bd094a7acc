import type { Clock } from '../../core/kernel/index.ts';
import { parseEnvelope, type Envelope } from '../../core/response/index.ts';
import { nameOpened } from '../attachments/index.ts';
import { openSealed, type Unopened as Trouble } from '../../formats/sealed/index.ts';
import { TENANT, type Store, type Tx } from '../store/index.ts';
import { correctResponse } from './correctResponse.ts';
import { parsePayload } from './understand.ts';

/** Envelopes that are read, and then written, at once: decrypting takes milliseconds each, and devices want to be heard in between. */
const PAGE = 100;

/** What became of the sealed responses that waited. */
export interface Opening {
  readonly opened: number;
  /** None of the keys opens them: how many, by the ids of the keys that would. */
  readonly otherKeys: ReadonlyMap<string, number>;
  /** Were changed or cut before they came here: they stay as they are. */
  readonly damaged: readonly string[];
  /** Where numbers may have changed. */
  readonly touchpoints: ReadonlySet<string>;
}

/**
 * Opens what waits with the keys that are given (K7), a page a transaction: broken off, it goes on where it is run again. What is opened
 * counts as if it had been understood when it came; the envelopes stay. `tell` hears how many are open so far.
 */
export async function openWaiting(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  identities: readonly string[],
  tell: (opened: number) => void = () => undefined,
): Promise<Opening> {
  const otherKeys = new Map<string, number>();
  const damaged: string[] = [];
  const touchpoints = new Set<string>();
  let opened = 0;
  let after: Omit<Place, 'payload'> = { responseId: '', rev: 0, contentHash: '' };
  for (;;) {
    const page = await readPage(store, after);
    const last = page.at(-1);
    if (last === undefined) return { opened, otherKeys, damaged, touchpoints };
    after = last;
    const texts: OpenedText[] = [];
    for (const waiting of page) {
      const envelope = envelopeOf(waiting);
      const text = await openSealed(envelope.sealed, identities);
      if (text.ok) texts.push({ waiting, text: text.value });
      else sortOut(text.error, envelope);
    }
    if (texts.length === 0) continue;
    const changed = await store.write((tx) => keepOpened(tx, texts, clock.now()));
    for (const touchpointId of changed.touchpoints) touchpoints.add(touchpointId);
    opened += changed.opened;
    tell(opened);
  }

  function sortOut(trouble: Trouble, { responseId, sealed }: Envelope): void {
    if (trouble === 'damaged') damaged.push(responseId);
    else for (const key of sealed.keys) otherKeys.set(key, (otherKeys.get(key) ?? 0) + 1);
  }
}

const readPage = (store: Store, { responseId, rev, contentHash }: Omit<Place, 'payload'>) =>
  store.read
    .selectFrom('unopened')
    .innerJoin('inbox', (join) =>
      join
        .onRef('inbox.tenant_id', '=', 'unopened.tenant_id')
        .onRef('inbox.response_id', '=', 'unopened.response_id')
        .onRef('inbox.rev', '=', 'unopened.rev')
        .onRef('inbox.content_hash', '=', 'unopened.content_hash'),
    )
    .where('unopened.tenant_id', '=', TENANT)
    .where((where) =>
      where.or([
        where('unopened.response_id', '>', responseId),
        where.and([where('unopened.response_id', '=', responseId), where('unopened.rev', '>', rev)]),
        where.and([
          where('unopened.response_id', '=', responseId),
          where('unopened.rev', '=', rev),
          where('unopened.content_hash', '>', contentHash),
        ]),
      ]),
    )
    .orderBy('unopened.response_id')
    .orderBy('unopened.rev')
    .orderBy('unopened.content_hash')
    .limit(PAGE)
    .select([
      'unopened.response_id as responseId',
      'unopened.rev as rev',
      'unopened.content_hash as contentHash',
      'payload',
    ])
    .execute();

interface Place {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  readonly payload: Buffer;
}

interface OpenedText {
  readonly waiting: Place;
  readonly text: string;
}

function envelopeOf({ payload }: Place): Envelope {
  const envelope = parseEnvelope(parsePayload(payload.toString('utf8')));
  if (!envelope.ok) throw new Error('only sound envelopes wait to be opened');
  return envelope.value;
}

/** What was erased meanwhile waits no longer, and is not kept. */
async function keepOpened(tx: Tx, texts: readonly OpenedText[], now: number) {
  const touchpoints = new Set<string>();
  let opened = 0;
  for (const { waiting, text } of texts) {
    const { responseId, rev, contentHash } = waiting;
    const { numDeletedRows } = await tx
      .deleteFrom('unopened')
      .where('tenant_id', '=', TENANT)
      .where('response_id', '=', responseId)
      .where('rev', '=', rev)
      .where('content_hash', '=', contentHash)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) continue;
    opened += 1;
    const keep = async (): Promise<void> => {
      const key = { tenant_id: TENANT, response_id: responseId, rev, content_hash: contentHash };
      await tx
        .insertInto('opened')
        .values({ ...key, payload: Buffer.from(text, 'utf8'), opened_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const { payload } = waiting;
      await nameOpened(tx, [{ ...waiting, text: payload.toString('utf8'), opened: text }]);
    };
    for (const touchpointId of await correctResponse(tx, responseId, keep)) touchpoints.add(touchpointId);
  }
  return { opened, touchpoints };
}
