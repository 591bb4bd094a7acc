import type { Kysely } from 'kysely';
import type { OpeningHours, TouchpointInfo } from '../../core/protocol/index.ts';
import { TENANT, inList, type Tables } from '../store/index.ts';

export interface Touchpoint {
  readonly touchpointId: string;
  readonly name: string;
  readonly timezone: string;
  readonly surveyId: string;
  /** null: always open. */
  readonly openingHours: OpeningHours | null;
}

/** What its devices are told of it. */
export const infoOf = ({
  touchpointId,
  name,
  timezone,
  openingHours,
}: Omit<Touchpoint, 'surveyId'>): TouchpointInfo => ({
  touchpointId,
  name,
  timezone,
  ...(openingHours === null ? {} : { openingHours }),
});

const COLUMNS = [
  'touchpoint_id as touchpointId',
  'name',
  'timezone',
  'survey_id as surveyId',
  'opening_hours',
] as const;

export async function findTouchpoint(db: Kysely<Tables>, touchpointId: string): Promise<Touchpoint | null> {
  return (await findTouchpoints(db, [touchpointId])).get(touchpointId) ?? null;
}

/** By id; unknown ones are missing. */
export async function findTouchpoints(
  db: Kysely<Tables>,
  touchpointIds: readonly string[],
): Promise<ReadonlyMap<string, Touchpoint>> {
  const rows = await db
    .selectFrom('touchpoint')
    .where('tenant_id', '=', TENANT)
    .where('touchpoint_id', 'in', inList(touchpointIds))
    .select(COLUMNS)
    .execute();
  return new Map(
    rows.map(({ opening_hours, ...row }) => [
      row.touchpointId,
      { ...row, openingHours: readOpeningHours(opening_hours) },
    ]),
  );
}

/** As `setOpeningHours` wrote it. */
export const readOpeningHours = (json: string | null): OpeningHours | null =>
  json === null ? null : (JSON.parse(json) as OpeningHours);
