import type { FromSchema } from 'json-schema-to-ts';
import { isMembers, isTimeZone } from '../../kernel/index.ts';
import { minutesOf } from './wallClock.ts';

const clock = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' } as const;
const end = { type: 'string', pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' } as const;

/** Of the touchpoint's wall clock: from `from` until just before `to`. */
export const spanSchema = {
  type: 'object',
  description: 'part of a day, HH:MM to HH:MM; one that ends no later than it begins goes on over midnight',
  required: ['from', 'to'],
  properties: { from: clock, to: end },
  additionalProperties: false,
} as const;

const spans = { type: 'array', maxItems: 10, items: spanSchema } as const;
export const dateSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

export const openingHoursSchema = {
  type: 'object',
  description: 'when somebody may come, by the wall clock of the touchpoint (D6)',
  required: ['week', 'otherDays'],
  properties: {
    week: { type: 'array', minItems: 7, maxItems: 7, items: spans, description: 'Monday first' },
    otherDays: {
      type: 'array',
      maxItems: 400,
      description: 'days, holidays above all, with hours of their own; without any: closed',
      items: {
        type: 'object',
        required: ['date', 'spans'],
        properties: { date: dateSchema, spans },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

/** `null`: always open. */
const setOpeningHoursSchema = { anyOf: [openingHoursSchema, { type: 'null' }] } as const;

export const openingHoursRequestSchema = {
  type: 'object',
  required: ['openingHours'],
  properties: { openingHours: setOpeningHoursSchema },
  additionalProperties: false,
} as const;

export const openingHoursReplySchema = {
  type: 'object',
  required: ['touchpointId', 'openingHours'],
  properties: { touchpointId: { type: 'string' }, openingHours: setOpeningHoursSchema },
  additionalProperties: false,
} as const;

export type Span = FromSchema<typeof spanSchema>;
export type OpeningHours = FromSchema<typeof openingHoursSchema>;

/** Where hours are kept: a touchpoint, as far as time goes. Without opening hours it is always open. */
export interface TimedPlace {
  /** IANA name. */
  readonly timezone: string;
  readonly openingHours?: OpeningHours | undefined;
}

/**
 * The times of a place as they came down, or those of a place that is always open where they make no sense here (an unknown zone, a
 * later form of opening hours): a terminal that never sleeps is a smaller evil than one that never wakes.
 */
export function readTimedPlace(place: {
  readonly timezone: string;
  readonly openingHours?: unknown;
}): TimedPlace {
  const { timezone, openingHours } = place;
  if (!isTimeZone(timezone)) return { timezone: 'UTC' };
  return isOpeningHours(openingHours) ? { timezone, openingHours } : { timezone };
}

const isOpeningHours = (value: unknown): value is OpeningHours =>
  isMembers(value) &&
  Array.isArray(value['week']) &&
  value['week'].length === 7 &&
  value['week'].every(areSpans) &&
  Array.isArray(value['otherDays']) &&
  value['otherDays'].every(
    (day) => isMembers(day) && typeof day['date'] === 'string' && areSpans(day['spans']),
  );

const areSpans = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((span) => isMembers(span) && isClock(span['from']) && isClock(span['to']));

const isClock = (value: unknown): boolean => typeof value === 'string' && minutesOf(value) <= 24 * 60;
