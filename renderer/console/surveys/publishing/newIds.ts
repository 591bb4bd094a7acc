import { makeUuidV7, type RandomSource } from '../../../../core/kernel/index.ts';
import type { NewIds } from './publishPlan.ts';

/** Not crypto.randomUUID: a console in a local network may be opened without TLS, where there is none. */
const random: RandomSource = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };

const newId = (): string => makeUuidV7(Date.now(), random);

export const newIds = (): NewIds => ({ surveyId: newId(), touchpointId: newId() });
