import type { DeviceStorage } from '../data/deviceStorage.ts';
import { readEnrolment, type EnrolledDevice } from '../data/readEnrolment.ts';

/**
 * Nothing ends an enrolment. What is not there any more was thrown away by the browser, and is put back: whoever is answering meanwhile stays
 * where they are, for the page has all they said.
 */
export function stayingEnrolled(storage: DeviceStorage): () => Promise<EnrolledDevice | null> {
  let last: EnrolledDevice | null = null;
  return async () => {
    const read = await readEnrolment(storage).catch((error: unknown) => {
      if (last === null) throw error;
    });
    return (last = read ?? last);
  };
}
