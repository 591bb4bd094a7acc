import { sql, type Kysely } from 'kysely';
import { isMembers } from '../../core/kernel/index.ts';
import type { Conflict, ConflictChoice, ConflictList, ConflictQuery } from '../../core/protocol/index.ts';
import { correctionsOf, parsePayload } from '../ingest/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { findVersion, listQuestions } from '../surveys/index.ts';
import { findItem, rawOf, type InboxItem } from './findItem.ts';
import { ITEM, namesOf, ofItem, type ItemKey } from './shownItem.ts';
import { shownCorrection } from './quarantined.ts';

const PAGE = 50;
const CHOICES: Readonly<Record<string, ConflictChoice>> = { kept: 'first', taken: 'second', apart: 'both' };

const chosenYet = sql<boolean>`exists (select 1 from correction where correction.tenant_id = inbox.tenant_id
  and correction.response_id = inbox.response_id and correction.rev = inbox.rev
  and correction.content_hash = inbox.content_hash and correction.kind in ('kept', 'taken', 'apart'))`;

/** It came under the id and revision of something else, is not erased, and nobody has chosen on it yet, or (`settled`) somebody has. */
export const isConflict = (settled: boolean) => sql<boolean>`inbox.conflict = 1
  and ${settled ? chosenYet : sql`not ${chosenYet}`}
  and not exists (select 1 from tombstone where tombstone.tenant_id = inbox.tenant_id
    and tombstone.response_id = inbox.response_id)`;

export async function listConflicts(
  db: Kysely<Tables>,
  { settled = false, before }: ConflictQuery,
): Promise<ConflictList> {
  const page = db.selectFrom('inbox').where('inbox.tenant_id', '=', TENANT).where(isConflict(settled));
  const rows = await (before === undefined ? page : page.where('inbox.arrival', '<', before))
    .orderBy('inbox.arrival', 'desc')
    .limit(PAGE)
    .select(ITEM)
    .execute();
  const ids = settled ? rows.map(({ responseId }) => responseId) : [];
  const corrections = await correctionsOf(db, ids);
  return {
    items: rows.map((row) => {
      const { contentHash: _, deviceId: __, ...shown } = row;
      return { ...shown, ...namesOf(row), choice: choiceIn(corrections, row) };
    }),
    next: rows.length < PAGE ? null : (rows.at(-1)?.item ?? null),
  };
}

type Corrections = Awaited<ReturnType<typeof correctionsOf>>;

function choiceIn(corrections: Corrections, item: ItemKey): ConflictChoice | null {
  const choices = ofItem(corrections, item).map(({ correction }) => CHOICES[correction.kind]);
  return choices.findLast((one) => one !== undefined) ?? null;
}

/** Both side by side, with what differs between them. */
export async function showConflict(db: Kysely<Tables>, item: number): Promise<Conflict> {
  const second = await findItem(db, item);
  const { arrival } = await db
    .selectFrom('inbox')
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', second.responseId)
    .where('rev', '=', second.rev)
    .where('conflict', '=', 0)
    .select('arrival')
    .executeTakeFirstOrThrow();
  const first = await findItem(db, arrival);
  const corrections = await correctionsOf(db, [second.responseId]);
  const { responseId, rev, deviceName, touchpointName, receivedAt } = second;
  const choice = choiceIn(corrections, second);
  return {
    item: { item, responseId, rev, deviceName, touchpointName, receivedAt, choice },
    first: sideOf(first),
    second: sideOf(second),
    rows: await compare(db, first.text, second.text),
    corrections: ofItem(corrections, second).map(shownCorrection),
  };
}

const sideOf = ({ item, deviceName, receivedAt, text }: InboxItem): Conflict['first'] => ({
  item,
  deviceName,
  receivedAt,
  raw: rawOf(text),
});

const MEMBERS = [
  'surveyId',
  'questionnaireVersion',
  'touchpointId',
  'language',
  'startedAt',
  'finishedAt',
  'endedBy',
];
const LONGEST = 2_000;
const MOST_ROWS = 500;

async function compare(db: Kysely<Tables>, one: string, other: string): Promise<Conflict['rows']> {
  const sides = [parsePayload(one), parsePayload(other)];
  const [first, second] = sides;
  if (!isMembers(first) || !isMembers(second)) return [];
  const [theirs, others] = [answersIn(first), answersIn(second)];
  const labels = await labelsOf(db, second);
  const said = new Set([...Object.keys(theirs), ...Object.keys(others)]);
  // In the order they were asked in; what was not asked by that name comes last.
  const paths = [...new Set([...[...labels.keys()].filter((path) => said.has(path)), ...said])].slice(
    0,
    MOST_ROWS,
  );
  const row = (name: string, isAnswer: boolean, left: unknown, right: unknown): Conflict['rows'][number] => ({
    name,
    label: { ...labels.get(name) },
    isAnswer,
    first: asText(left),
    second: asText(right),
    differs: JSON.stringify(left) !== JSON.stringify(right),
  });
  return [
    ...paths.map((path) => row(path, true, theirs[path], others[path])),
    ...MEMBERS.map((name) => row(name, false, first[name], second[name])),
  ];
}

type Members = Readonly<Record<string, unknown>>;

const answersIn = ({ answers }: Members): Members => (isMembers(answers) ? { ...answers } : {});

function asText(value: unknown): string | null {
  if (value === undefined) return null;
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, LONGEST);
}

type Labels = ReadonlyMap<string, Readonly<Record<string, string>>>;

async function labelsOf(db: Kysely<Tables>, { surveyId, questionnaireVersion }: Members): Promise<Labels> {
  if (typeof surveyId !== 'string' || typeof questionnaireVersion !== 'string') return new Map();
  const version = await findVersion(db, surveyId, questionnaireVersion);
  return new Map(
    (version === null ? [] : listQuestions(version.definition)).map((one) => [one.path, one.label]),
  );
}
