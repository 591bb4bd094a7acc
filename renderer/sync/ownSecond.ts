const MINUTE = 60_000;

/**
 * Milliseconds until the device's own second of the minute comes round, after half a minute at the least: devices whose clocks agree
 * still do not speak in chorus (H10).
 */
export function untilOwnSecond(deviceId: string, now: number): number {
  const wait = (ownMillisecond(deviceId) - (now % MINUTE) + MINUTE) % MINUTE;
  return wait < MINUTE / 2 ? wait + MINUTE : wait;
}

/** FNV-1a: spreads ids over the minute; nothing is secret here. */
function ownMillisecond(deviceId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < deviceId.length; index += 1) {
    hash = Math.imul(hash ^ deviceId.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % MINUTE;
}
