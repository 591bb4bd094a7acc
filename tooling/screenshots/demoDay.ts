import { sampleResponse } from '../../sync-server/testing/index.ts';
import type { TestDevice, TestServer } from '../../sync-server/testing/index.ts';

const MINUTE = 60_000;
/** From opening to this moment. */
export const DAY_LENGTH = 640 * MINUTE;
const STEP = 10 * MINUTE;

/** People per hour since opening: a morning and an afternoon peak, as in any departure hall. */
const VISITORS = [6, 13, 22, 17, 11, 14, 19, 12, 9, 15, 21];
/** Out of 100: how many tap each face, worst first; the early afternoon goes wrong. */
const USUAL = [3, 7, 14, 38, 38];
const ROUGH = [14, 19, 22, 27, 18];
const ROUGH_HOURS = new Set([4, 5]);

const GOOD = ['staff', 'speed', 'cleanliness', 'wayfinding', 'selection', 'atmosphere'];
const BAD = ['speed', 'wayfinding', 'staff', 'price', 'cleanliness', 'selection'];

/** The last ones are the latest on the console. */
const COMMENTS: readonly {
  readonly hour: number;
  readonly face: number;
  readonly language: string;
  readonly text: string;
}[] = [
  { hour: 1, face: 5, language: 'lv', text: 'Ļoti laipna meitene pie reģistrācijas.' },
  {
    hour: 4,
    face: 1,
    language: 'de',
    text: 'Eine Stunde an der Sicherheitskontrolle, nur zwei Schalter offen.',
  },
  { hour: 5, face: 2, language: 'ru', text: 'Очередь большая, а табло показывает не тот выход.' },
  { hour: 7, face: 4, language: 'en', text: 'Smooth once you find the lift.' },
  { hour: 9, face: 3, language: 'lv', text: 'Kafija laba, bet nav kur apsēsties.' },
  { hour: 9, face: 5, language: 'de', text: 'Schnell und freundlich, so soll es sein.' },
  { hour: 10, face: 5, language: 'ru', text: 'Спасибо, всё чисто и понятно!' },
  { hour: 10, face: 4, language: 'en', text: 'Quick security, kind people. More seats at gate 12, please.' },
];

/** The hour in which whatever comes after the second device falls silent. */
const SILENT_FROM = 6;

/** Numbers that look drawn by chance and are the same every time. */
function chance(): () => number {
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function drawFace(weights: readonly number[], at: number): number {
  let left = at * 100;
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  return (index === -1 ? weights.length - 1 : index) + 1;
}

function answersOf(face: number, draw: () => number, comment?: string): Record<string, string> {
  const list = face >= 4 ? GOOD : BAD;
  const reason = list[Math.floor(draw() * draw() * list.length)] ?? 'staff';
  return {
    '/data/visit': String(face),
    ...(draw() < 0.6 ? { [face >= 4 ? '/data/good' : '/data/bad']: reason } : {}),
    ...(comment === undefined ? {} : { '/data/comment': comment }),
  };
}

/** Lives a day on the rehearsed clock, ten minutes at a time: what is said arrives when it is said. */
export async function liveDemoDay(
  server: TestServer,
  devices: readonly TestDevice[],
  timezone: string,
): Promise<void> {
  const draw = chance();
  const comments = [...COMMENTS];
  for (let passed = 0; passed < DAY_LENGTH; passed += STEP) {
    server.clock.advance(STEP);
    const hour = Math.floor(passed / (60 * MINUTE));
    const weights = ROUGH_HOURS.has(hour) ? ROUGH : USUAL;
    const visitors = Math.round(((VISITORS[hour] ?? 10) / 6) * (0.6 + 0.8 * draw()));
    const device = devices[hour % 2] ?? devices[0];
    if (device === undefined) throw new Error('no device');
    for (const each of hour < SILENT_FROM ? devices : devices.slice(0, 2)) await each.hello();
    const items = Array.from({ length: visitors }, () => {
      const comment = comments[0]?.hour === hour ? comments.shift() : undefined;
      const face = comment?.face ?? drawFace(weights, draw());
      return device.seal(
        sampleResponse({
          deviceId: device.deviceId,
          finishedAt: server.clock.now() - Math.round(draw() * STEP),
          timezone,
          language: comment?.language ?? 'lv',
          answers: answersOf(face, draw, comment?.text),
        }),
      );
    });
    if (items.length > 0) await device.push(items);
  }
}
