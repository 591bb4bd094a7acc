import type { GeoPoint } from '../../../core/questionnaire/index.ts';

/** Longest wait for a satellite, in milliseconds. */
const PATIENCE = 20_000;

/** Where the device is: the first reading within `wanted` metres, or the best of all until patience ends; undefined when it can't tell. */
export function findPosition(wanted: number): Promise<GeoPoint | undefined> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve(undefined);
      return;
    }
    let best: GeoPoint | undefined;
    let watching = -1;
    const end = (): void => {
      clearTimeout(timer);
      navigator.geolocation.clearWatch(watching);
      resolve(best);
    };
    const timer = setTimeout(end, PATIENCE);
    watching = navigator.geolocation.watchPosition(
      ({ coords }) => {
        const { latitude, longitude, accuracy } = coords;
        if (best === undefined || accuracy < best.accuracy)
          best = { latitude, longitude, altitude: coords.altitude ?? 0, accuracy };
        if (accuracy <= wanted) end();
      },
      end,
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 0 },
    );
  });
}
