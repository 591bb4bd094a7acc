export { ok, err } from './result.ts';
export type { Result, Ok, Err } from './result.ts';
export { assertNever } from './assertNever.ts';
export type { Clock, RandomSource } from './ports.ts';
export { makeUuidV7, isUuid } from './uuid.ts';
export { canonicalJson } from './canonicalJson.ts';
export type { Json, JsonObject } from './canonicalJson.ts';
export { isTimeZone, offsetAt, wallToInstant } from './timeZone.ts';
