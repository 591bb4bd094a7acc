import type { Kysely } from 'kysely';
import { isMembers } from '../../core/kernel/index.ts';
import {
  DISMISSED,
  type Quarantined,
  type QuarantineList,
  type QuarantineQuery,
} from '../../core/protocol/index.ts';
import { correctionsOf, parsePayload } from '../ingest/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { findItem, rawOf, type InboxItem } from './findItem.ts';
import { isFixed } from './fixed.ts';
import { ITEM, namesOf, ofItem, type ItemKey } from './shownItem.ts';

const PAGE = 50;
const MOST_ANSWERS = 500;
const LONGEST_ANSWER = 500;

/** A page of what waits, or of what was dismissed; latest first. */
export async function listQuarantined(
  db: Kysely<Tables>,
  { dismissed = false, reason, deviceId, surveyId, before }: QuarantineQuery,
): Promise<QuarantineList> {
  let page = db
    .selectFrom('quarantine')
    .innerJoin('inbox', (join) =>
      join
        .onRef('inbox.tenant_id', '=', 'quarantine.tenant_id')
        .onRef('inbox.response_id', '=', 'quarantine.response_id')
        .onRef('inbox.rev', '=', 'quarantine.rev')
        .onRef('inbox.content_hash', '=', 'quarantine.content_hash'),
    )
    .where('quarantine.tenant_id', '=', TENANT)
    .where('quarantine.reason', dismissed ? '=' : '!=', DISMISSED);
  if (reason !== undefined) page = page.where('quarantine.reason', '=', reason);
  if (deviceId !== undefined) page = page.where('quarantine.device_id', '=', deviceId);
  if (surveyId !== undefined) page = page.where('quarantine.survey_id', '=', surveyId);
  if (before !== undefined) page = page.where('inbox.arrival', '<', before);
  const rows = await page
    .orderBy('inbox.arrival', 'desc')
    .limit(PAGE)
    .select(ITEM)
    .select(['quarantine.reason as reason', 'quarantine.survey_id as surveyId'])
    .execute();
  const ids = dismissed ? rows.map(({ responseId }) => responseId) : [];
  const corrections = await correctionsOf(db, ids);
  return {
    items: rows.map(({ contentHash, ...row }) => ({
      ...row,
      why: whyIn(corrections, { ...row, contentHash }),
      ...namesOf(row),
    })),
    next: rows.length < PAGE ? null : (rows.at(-1)?.item ?? null),
  };
}

/** One item with all that a person has to see to decide on it. */
export async function showQuarantined(db: Kysely<Tables>, item: number): Promise<Quarantined> {
  const found = await findItem(db, item);
  const { text, contentHash: _, conflict: __, ...shown } = found;
  const corrections = await correctionsOf(db, [found.responseId]);
  return {
    item: {
      ...shown,
      reason: found.reason ?? '',
      surveyId: found.surveyId ?? '',
      why: found.reason === DISMISSED ? whyIn(corrections, found) : null,
    },
    state: stateOf(found, isFixed(ofItem(corrections, found))),
    raw: rawOf(text),
    said: saidIn(text),
    corrections: ofItem(corrections, found).map(shownCorrection),
  };
}

type Corrections = Awaited<ReturnType<typeof correctionsOf>>;

/** Why it was dismissed, the last time that it was. */
function whyIn(corrections: Corrections, item: ItemKey): string | null {
  const last = ofItem(corrections, item).findLast(
    ({ correction }) => correction.kind === 'dismissed',
  )?.correction;
  return last?.kind === 'dismissed' ? last.why : null;
}

/** Where an item stands, by all that was decided on it. */
export const stateNow = async (db: Kysely<Tables>, found: InboxItem): Promise<Quarantined['state']> =>
  stateOf(found, isFixed(ofItem(await correctionsOf(db, [found.responseId]), found)));

function stateOf({ reason }: Pick<InboxItem, 'reason'>, fixed: boolean): Quarantined['state'] {
  if (reason === null) return fixed ? 'fixed' : 'settled';
  return reason === DISMISSED ? 'dismissed' : 'waiting';
}

export function shownCorrection({
  correction,
  by,
  at,
}: Corrections[number]): Quarantined['corrections'][number] {
  const { kind, ...detail } = correction;
  return { kind, detail, by, at };
}

/** What of it can be read, though it was not understood. */
export function saidIn(text: string): Quarantined['said'] {
  const value = parsePayload(text);
  if (!isMembers(value) || !isMembers(value['answers'])) return null;
  const named = (name: string): string => {
    const member = value[name];
    return typeof member === 'string' ? member.slice(0, LONGEST_ANSWER) : '';
  };
  return {
    surveyId: named('surveyId'),
    questionnaireId: named('questionnaireId'),
    questionnaireVersion: named('questionnaireVersion'),
    touchpointId: named('touchpointId'),
    answers: Object.entries(value['answers'])
      .slice(0, MOST_ANSWERS)
      .flatMap(([path, answer]) =>
        typeof answer === 'string' ? [{ path, answer: answer.slice(0, LONGEST_ANSWER) }] : [],
      ),
  };
}
