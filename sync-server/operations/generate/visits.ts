import { makeUuidV7, type RandomSource } from '../../../core/kernel/index.ts';
import type { Response } from '../../../core/response/index.ts';
import { DEMO, DEMO_SURVEY, PURPOSES } from './demoSurvey.ts';
import type { Draw } from './seededRandom.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A place and how people find it: the share of each face, from the worst to the best. */
export interface Place {
  readonly touchpointId: string;
  readonly name: string;
  readonly timezone: string;
  readonly faces: readonly number[];
  /** How busy it is beside the others. */
  readonly busy: number;
}

export const PLACES: readonly Place[] = [
  {
    touchpointId: 'demo-riga-centre',
    name: 'Rīga, Centrs',
    timezone: 'Europe/Riga',
    faces: [4, 6, 12, 38, 40],
    busy: 5,
  },
  {
    touchpointId: 'demo-riga-airport',
    name: 'Rīga Airport, security',
    timezone: 'Europe/Riga',
    faces: [9, 11, 20, 34, 26],
    busy: 8,
  },
  {
    touchpointId: 'demo-liepaja',
    name: 'Liepāja',
    timezone: 'Europe/Riga',
    faces: [3, 5, 10, 32, 50],
    busy: 2,
  },
  {
    touchpointId: 'demo-berlin',
    name: 'Berlin, Alexanderplatz',
    timezone: 'Europe/Berlin',
    faces: [12, 14, 22, 30, 22],
    busy: 6,
  },
  {
    touchpointId: 'demo-new-york',
    name: 'New York, 5th Avenue',
    timezone: 'America/New_York',
    faces: [6, 7, 14, 30, 43],
    busy: 7,
  },
  {
    touchpointId: 'demo-kolkata',
    name: 'Kolkata, Park Street',
    timezone: 'Asia/Kolkata',
    faces: [7, 9, 16, 36, 32],
    busy: 4,
  },
];

/** How many come in each hour of the day. */
const HOURS = [0, 0, 0, 0, 0, 0, 1, 3, 6, 8, 9, 10, 13, 12, 9, 9, 11, 14, 13, 9, 6, 3, 1, 0];
const GOOD = ['staff', 'speed', 'cleanliness', 'wayfinding', 'selection', 'atmosphere'] as const;
const BAD = ['staff', 'speed', 'cleanliness', 'wayfinding', 'selection', 'price'] as const;
const LANGUAGES = ['en', 'ru', 'lv', 'de'] as const;
const COMMENTS = {
  en: {
    good: ['Very friendly staff today.', 'Quick and clean, thank you.', 'I found everything at once.'],
    bad: ['Twenty minutes in the queue.', 'Nobody could help me.', 'The card reader did not work.'],
  },
  ru: {
    good: ['Очень приветливый персонал.', 'Быстро и чисто, спасибо.', 'Всё нашлось сразу.'],
    bad: ['Двадцать минут в очереди.', 'Никто не смог помочь.', 'Не работал терминал для карт.'],
  },
  lv: {
    good: ['Ļoti laipns personāls.', 'Ātri un tīri, paldies.', 'Visu atradu uzreiz.'],
    bad: ['Divdesmit minūtes rindā.', 'Neviens nevarēja palīdzēt.', 'Nedarbojās karšu lasītājs.'],
  },
  de: {
    good: ['Sehr freundliches Personal.', 'Schnell und sauber, danke.', 'Alles sofort gefunden.'],
    bad: ['Zwanzig Minuten in der Schlange.', 'Niemand konnte helfen.', 'Der Kartenleser ging nicht.'],
  },
} as const;

/** When people finished at one place, in order, within so many days before `until` (milliseconds since 1970 UTC). */
export function moments(draw: Draw, count: number, days: number, until: number): readonly number[] {
  const first = until - days * DAY;
  const midnight = first - (first % DAY);
  const at = () =>
    midnight + Math.floor(draw.fraction() * days) * DAY + (draw.weighted(HOURS) + draw.fraction()) * HOUR;
  return Array.from({ length: count }, () => Math.min(until, Math.floor(at()))).sort(
    (one, other) => one - other,
  );
}

/** What one person says of the demo survey. `ids` is not the seed's: generating twice adds, and never says the same again. */
export function visit(
  draw: Draw,
  ids: RandomSource,
  place: Place,
  deviceId: string,
  finishedAt: number,
): Response {
  const face = 1 + draw.weighted(place.faces);
  const pleased = face >= 4;
  const language = LANGUAGES[draw.weighted([5, 3, 4, 2])] ?? 'en';
  const reasons = (pleased ? GOOD : BAD).filter(() => draw.happens(0.3));
  const said = COMMENTS[language][pleased ? 'good' : 'bad'];
  const answers: Record<string, string> = { '/data/visit': String(face) };
  if (reasons.length > 0) answers[pleased ? '/data/good' : '/data/bad'] = reasons.join(' ');
  if (draw.happens(0.6))
    answers['/data/again'] = String(Math.min(10, 2 * face + draw.weighted([3, 4, 2]) - 1));
  if (draw.happens(0.8)) answers['/data/purpose'] = draw.oneOf(PURPOSES);
  if (draw.happens(pleased ? 0.05 : 0.2)) answers['/data/comment'] = draw.oneOf(said);
  const took = 4_000 + Math.floor(draw.fraction() * 20_000);
  return {
    schema: 1,
    responseId: makeUuidV7(finishedAt, ids),
    rev: 1,
    surveyId: DEMO_SURVEY,
    questionnaireId: DEMO.id,
    questionnaireVersion: DEMO.version,
    touchpointId: place.touchpointId,
    deviceId,
    channel: 'terminal',
    language,
    startedAt: finishedAt - took,
    finishedAt,
    timezone: place.timezone,
    endedBy: 'finished',
    answers,
    paradata: [
      { event: 'question', at: 0, node: '/data/visit' },
      { event: 'answer', at: Math.floor(took / 3), node: '/data/visit' },
      { event: 'end', at: took, detail: 'finished' },
    ],
  };
}
