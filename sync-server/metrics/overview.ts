import type { Kysely } from 'kysely';
import { csat, emptyDistribution, foldAnswer, type Distribution } from '../../core/metrics/index.ts';
import {
  DISMISSED,
  type Overview,
  type OverviewComment,
  type OverviewHour,
} from '../../core/protocol/index.ts';
import { FLAGS } from '../../core/response/index.ts';
import { listDevices } from '../devices/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { findCurrentQuestions } from '../surveys/index.ts';
import type { Touchpoint } from '../touchpoints/index.ts';
import { hoursOf } from './localHour.ts';

const MOST_COMMENTS = 20;
const POINTS = ['1', '2', '3', '4', '5'];

interface Count {
  readonly hourFrom: number;
  readonly flag: string;
  readonly question: string;
  readonly value: string;
  readonly count: number;
}

/** A local day at a touchpoint, read from counters: its cost does not grow with the number of responses. */
export async function overview(
  db: Kysely<Tables>,
  touchpoint: Touchpoint,
  date: string,
  now: number,
  { withFlagged }: { readonly withFlagged: boolean },
): Promise<Overview> {
  const { touchpointId, name, timezone, surveyId } = touchpoint;
  const smiley = (await findCurrentQuestions(db, surveyId)).find(({ kind }) => kind === 'smiley');
  const all = await readCounts(db, touchpoint, date);
  const counts = withFlagged ? all : all.filter(({ flag }) => flag === '');
  const faces = counts.filter(({ question }) => question === smiley?.path);
  const answered = counts.filter(({ question }) => question === '');
  const points = (smiley?.values ?? POINTS).length;
  const hours = hoursOf(date, timezone);
  const distribution = distributionOf(faces, points);
  return {
    touchpoint: { touchpointId, name, timezone },
    date,
    now,
    rated: smiley !== undefined,
    question: smiley?.label ?? {},
    responses: sum(answered),
    flagged: flaggedIn(all),
    quarantined: await countQuarantined(db, touchpointId),
    csat: csat(distribution),
    distribution: [...distribution],
    hours: hours.map(({ from, hour }): OverviewHour => {
      const within = ({ hourFrom }: Count): boolean => hourFrom === from;
      const ofHour = distributionOf(faces.filter(within), points);
      const responses = sum(answered.filter(within));
      return { from, hour, responses, distribution: [...ofHour], csat: csat(ofHour) };
    }),
    comments: await latestComments(db, touchpoint, dayEnd(hours, now), '='),
    heldBack: await latestComments(db, touchpoint, dayEnd(hours, now), '!='),
    devices: await listDevices(db, touchpointId, now),
  };
}

const sum = (counts: readonly Count[]): number => counts.reduce((total, { count }) => total + count, 0);

const flaggedIn = (counts: readonly Count[]): Overview['flagged'] =>
  FLAGS.flatMap((flag) => {
    const responses = sum(counts.filter((one) => one.flag === flag && one.question === ''));
    return responses === 0 ? [] : [{ flag, responses }];
  });

const distributionOf = (counts: readonly Count[], points: number): Distribution =>
  counts.reduce(
    (distribution, { value, count }) => foldAnswer(distribution, Number(value), count),
    emptyDistribution(points),
  );

function dayEnd(hours: readonly { readonly from: number }[], now: number): number {
  const last = hours.at(-1);
  return last === undefined ? now : last.from + 3_600_000;
}

async function readCounts(
  db: Kysely<Tables>,
  touchpoint: Touchpoint,
  date: string,
): Promise<readonly Count[]> {
  return db
    .selectFrom('counter')
    .where('tenant_id', '=', TENANT)
    .where('touchpoint_id', '=', touchpoint.touchpointId)
    .where('local_date', '=', date)
    .where('survey_id', '=', touchpoint.surveyId)
    .select(['hour_from as hourFrom', 'flag', 'question', 'value', 'count'])
    .execute();
}

async function countQuarantined(db: Kysely<Tables>, touchpointId: string): Promise<number> {
  const { count } = await db
    .selectFrom('quarantine')
    .where('tenant_id', '=', TENANT)
    .where('device_touchpoint_id', '=', touchpointId)
    .where('reason', '!=', DISMISSED)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The latest of the survey in use before a moment, so that a quiet day still shows what was last said. */
async function latestComments(
  db: Kysely<Tables>,
  { touchpointId, surveyId }: Touchpoint,
  before: number,
  flagged: '=' | '!=',
): Promise<OverviewComment[]> {
  return db
    .selectFrom('comment')
    .where('tenant_id', '=', TENANT)
    .where('touchpoint_id', '=', touchpointId)
    .where('survey_id', '=', surveyId)
    .where('at', '<', before)
    .where('flag', flagged, '')
    .orderBy('at', 'desc')
    .limit(MOST_COMMENTS)
    .select(['response_id as responseId', 'text', 'face', 'language', 'at', 'flag'])
    .$narrowType<{ flag: OverviewComment['flag'] }>()
    .execute();
}
