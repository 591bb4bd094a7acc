import type { FromSchema } from 'json-schema-to-ts';
import { offsetAt } from '../../kernel/index.ts';
import { dateSchema, spanSchema } from './openingHours.ts';
import { DAY, dateOf, isOnItsDay, isOnTheNext, minuteOf, weekdayOf } from './wallClock.ts';

const surveyId = { type: 'string', minLength: 1, maxLength: 100 } as const;

export const scheduleSchema = {
  type: 'array',
  maxItems: 50,
  description:
    'which survey runs when, by the wall clock of the touchpoint; the first slot that fits, else its usual survey',
  items: {
    type: 'object',
    required: ['surveys'],
    properties: {
      firstDate: dateSchema,
      lastDate: { ...dateSchema, description: 'the last day on which it runs' },
      weekdays: {
        type: 'array',
        items: { type: 'integer', minimum: 0, maximum: 6 },
        description: '0: Monday',
      },
      daily: spanSchema,
      surveys: {
        type: 'array',
        minItems: 1,
        maxItems: 10,
        description: 'one, or several of which each person gets one',
        items: {
          type: 'object',
          required: ['surveyId', 'share'],
          properties: { surveyId, share: { type: 'number', exclusiveMinimum: 0, maximum: 1_000_000 } },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
} as const;

export type Schedule = FromSchema<typeof scheduleSchema>;
type Slot = Schedule[number];

/**
 * The survey for a person who comes at `moment` (milliseconds since 1970 UTC); undefined: the touchpoint's usual one. `draw`, at least
 * 0 and less than 1, decides where a slot shares people out: the same draw gives the same survey, and evenly spread draws give each
 * survey its part. Throws a RangeError on an unknown zone.
 */
export function surveyAt(
  { timezone, schedule }: { readonly timezone: string; readonly schedule: Schedule },
  moment: number,
  draw: number,
): string | undefined {
  const wall = moment + offsetAt(timezone, moment);
  const slot = schedule.find((one) => isOn(one, wall));
  return slot === undefined ? undefined : drawn(slot.surveys, draw);
}

/** A span over midnight belongs to the day on which it begins: dates and weekdays are asked of that one. */
function isOn(slot: Slot, wall: number): boolean {
  const { daily } = slot;
  if (daily === undefined) return isOnDay(slot, wall);
  const minute = minuteOf(wall);
  return (
    (isOnDay(slot, wall) && isOnItsDay(daily, minute)) ||
    (isOnDay(slot, wall - DAY) && isOnTheNext(daily, minute))
  );
}

function isOnDay({ firstDate, lastDate, weekdays }: Slot, wall: number): boolean {
  const date = dateOf(wall);
  if (firstDate !== undefined && date < firstDate) return false;
  if (lastDate !== undefined && date > lastDate) return false;
  return weekdays === undefined || weekdays.includes(weekdayOf(wall));
}

function drawn(surveys: Slot['surveys'], draw: number): string | undefined {
  let left = draw * surveys.reduce((sum, { share }) => sum + share, 0);
  for (const { surveyId: id, share } of surveys) {
    left -= share;
    if (left < 0) return id;
  }
  return surveys.at(-1)?.surveyId;
}
