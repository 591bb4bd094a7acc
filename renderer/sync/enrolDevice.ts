import { err, ok, type Result } from '../../core/kernel/index.ts';
import { PROTOCOL, readReply } from '../../core/protocol/index.ts';
import { checkStorage } from '../data/checkStorage.ts';
import type { DeviceKeys } from '../data/deviceDatabase.ts';
import { keepDeviceKeys, readDeviceKeys } from '../data/deviceKeys.ts';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import { readDeviceStatus } from '../data/readDeviceStatus.ts';
import { readEnrolment, type EnrolledDevice } from '../data/readEnrolment.ts';
import { saveEnrolment, type NewEnrolment } from '../data/saveEnrolment.ts';
import { withinDeadline } from '../data/withinDeadline.ts';
import { compareWitnesses } from '../data/witnesses/compareWitnesses.ts';
import { postToServer } from '../transport/postToServer.ts';
import { makeDeviceKeys } from './makeDeviceKeys.ts';
import { parseEnrolReply } from './parseEnrolReply.ts';

/**
 * Why the device is not enrolled. `codeInvalid`: unknown, used or expired, ask for a new link. `responsesWaiting`: it is enrolled
 * already and holds responses that were not sent yet; see `setAside`. `storage`: this browser does not keep things.
 */
export interface EnrolFailure {
  readonly kind:
    | 'codeInvalid'
    | 'unreachable'
    | 'timedOut'
    | 'notOurServer'
    | 'refused'
    | 'storage'
    | 'responsesWaiting'
    | 'noSecureContext';
  readonly detail: string;
}

export interface EnrolOptions {
  readonly storage: DeviceStorage;
  readonly appVersion: string;
  /** Where the sync server is; the page's own origin when left out. */
  readonly origin?: string;
  /** Enrol anew although responses of the former enrolment wait: they are kept on the device, but not sent under the new name. */
  readonly setAside?: boolean;
}

const DEADLINE = 20_000;

/**
 * Makes this browser a device (E2): shows that it keeps things, makes its key and keeps it BEFORE anything is sent, so that a lost
 * reply can be asked for again with the same key (E3), and keeps what the server says. The code of the present enrolment again is no
 * second enrolment.
 */
export async function enrolDevice(
  options: EnrolOptions,
  code: string,
): Promise<Result<EnrolledDevice, EnrolFailure>> {
  // Without a secure context (https or localhost) a browser has neither keys nor locks.
  if (!isSecureContext) return fail('noSecureContext', location.origin);
  const { storage } = options;
  // What is still being brought back from the copy may belong to another server: all of it is here before anybody is enrolled. A new
  // device has no sentinel, and waits for nothing.
  if ((storage.witnesses?.sentinel.read() ?? null) !== null) {
    await compareWitnesses(storage).catch(() => undefined);
    await storage.witnesses?.repaired;
  }
  const present = await withinDeadline(storage, () => readEnrolment(storage));
  if (!present.ok) return fail('storage', present.error.detail);
  if (present.value?.enrolment.code === code) return ok(present.value);
  if (present.value !== null && options.setAside !== true) {
    const status = await readDeviceStatus(storage);
    const waiting = status.waiting + status.parked.length;
    if (waiting > 0) return fail('responsesWaiting', String(waiting));
  }
  const checked = await checkStorage(storage);
  if (!checked.ok) return fail('storage', checked.error.detail);
  const keys = await withinDeadline(storage, () => keysOf(storage));
  if (!keys.ok) return fail('storage', keys.error.detail);
  const made = await askServer(options, code, keys.value);
  if (!made.ok) return made;
  const saved = await withinDeadline(storage, () => saveEnrolment(storage, made.value));
  return saved.ok ? ok(made.value) : fail('storage', saved.error.detail);
}

const fail = (kind: EnrolFailure['kind'], detail: string): Result<never, EnrolFailure> =>
  err({ kind, detail });

const keysOf = async (storage: DeviceStorage): Promise<DeviceKeys> =>
  (await readDeviceKeys(storage)) ?? (await keepDeviceKeys(storage, await makeDeviceKeys(storage)));

async function askServer(
  { storage, appVersion, origin = '' }: EnrolOptions,
  code: string,
  { publicKey, installId }: DeviceKeys,
): Promise<Result<NewEnrolment, EnrolFailure>> {
  const json = { protocol: PROTOCOL, code, publicKey, installId, appVersion };
  const exchange = await postToServer(`${origin}/api/device/enrol`, { json }, { deadline: DEADLINE });
  if (exchange.kind !== 'reply') return fail(exchange.kind, '');
  const read = readReply(exchange.reply, null);
  if (read.kind === 'notOurServer') return fail('notOurServer', read.reason);
  if (read.kind === 'problem') {
    return fail(read.code === 'enrolment_code_invalid' ? 'codeInvalid' : 'refused', read.code);
  }
  const made = parseEnrolReply(read.body, code, storage.clock.now());
  return made === null ? fail('notOurServer', 'an enrolment without the documented form') : ok(made);
}
