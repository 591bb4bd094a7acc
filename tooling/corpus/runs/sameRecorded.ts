import { sameText } from './sameText.ts';

/** When replays take place: an hour of the day on which all runs were recorded. */
export const REPLAYED_AT = Date.parse('2026-11-21T20:00:00Z');

const UUID = /^uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const RECORDED_ON = /^2026-11-2[12]T\d\d:\d\d:\d\d/;

/** Equal, or what chance and the clock have to differ in: any UUID is as good as another, and "now" was another moment then. */
export function sameRecorded(wanted: string, got: string): boolean {
  if (sameText(wanted, got)) return true;
  if (UUID.test(wanted)) return UUID.test(got);
  return RECORDED_ON.test(wanted) && Date.parse(got) === REPLAYED_AT;
}
