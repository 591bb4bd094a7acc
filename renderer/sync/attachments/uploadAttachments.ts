import type { Clock, RandomSource } from '../../../core/kernel/index.ts';
import type { Attachment } from '../../../core/response/index.ts';
import type { Exchange } from '../../transport/exchange.ts';
import { LONGEST, LONGEST_UNREACHED, backOff } from '../backOff.ts';
import type { FilesPort, FilesStep } from '../ports.ts';
import { judge, storageTrouble, type Trouble } from '../trouble.ts';
import { LeftAlone } from './leftAlone.ts';

/** The wire. Never rejects for the network's sake. */
export interface AttachmentNetwork {
  ask(token: string, attachment: Attachment): Promise<Exchange>;
  send(token: string, attachment: Attachment, offset: number, part: ArrayBuffer): Promise<Exchange>;
}

/** The device's memory of them; rejects when the storage fails. */
export interface AttachmentMemory {
  next(except: ReadonlySet<string>): Promise<Attachment | null>;
  readPart(attachment: Attachment, offset: number): Promise<ArrayBuffer | null>;
  isIntact(attachment: Attachment): Promise<boolean>;
  confirm(name: string): Promise<void>;
  markDamaged(name: string): Promise<void>;
  /** The server knows of no response with it, though it has acknowledged that response. */
  markUnwanted(name: string): Promise<void>;
  /** They are to wait, as the network costs by volume (T8). */
  isPaused(): Promise<boolean>;
}

export interface UploadPorts {
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly network: AttachmentNetwork;
  readonly memory: AttachmentMemory;
  readonly serverId: string;
}

/** How often it is looked whether the network still costs, and whether a response has brought something. */
const LOOK_AGAIN = 30_000;

interface Sending {
  readonly attachment: Attachment;
  readonly offset: number;
}

/**
 * Uploads what responses name, one part with each call, small ones first (T2). Where it stands is the server's to say (T4): nothing here
 * has to outlast the page.
 */
export function uploadAttachments(ports: UploadPorts): FilesPort {
  const { clock, memory } = ports;
  let sending: Sending | null = null;
  let failures = 0;
  let notBefore = 0;
  const leftAlone = new LeftAlone();

  const fail = (trouble: Trouble): void => {
    failures += 1;
    notBefore = clock.monotonic() + waitAfter(failures, trouble, ports.random);
  };

  const refused = async ({ name }: Attachment, trouble: Trouble): Promise<FilesStep> => {
    const attachment = sending?.attachment;
    sending = null;
    if (trouble.kind === 'token_invalid') return { next: clock.monotonic(), tokenIsGood: false };
    if (trouble.kind === 'attachment_unknown') {
      leftAlone.add(name, clock.monotonic());
      await memory.markUnwanted(name);
    } else if (trouble.kind === 'attachment_mismatch' && attachment !== undefined) {
      if (await memory.isIntact(attachment)) leftAlone.add(name, clock.monotonic());
      else await memory.markDamaged(name);
    } else fail(trouble);
    return { next: Math.max(clock.monotonic(), notBefore), tokenIsGood: true };
  };

  const step = async (token: string): Promise<FilesStep> => {
    const now = clock.monotonic();
    if (now < notBefore) return { next: notBefore, tokenIsGood: true };
    // One that came meanwhile may be smaller: it waits until this one is through.
    const attachment: Attachment | null = sending?.attachment ?? (await memory.next(leftAlone.at(now)));
    if (attachment === null || (await memory.isPaused()))
      return { next: now + LOOK_AGAIN, tokenIsGood: true };
    const exchange = await converse(token, attachment);
    if (exchange === null) {
      sending = null;
      await memory.markDamaged(attachment.name);
      return { next: now, tokenIsGood: true };
    }
    const answer = judge(exchange, ports.serverId);
    if (answer.kind === 'trouble') return refused(attachment, answer.trouble);
    const { sha256, offset, complete } = answer.body;
    if (sha256 !== attachment.sha256 || typeof offset !== 'number' || typeof complete !== 'boolean')
      return refused(attachment, NOT_UNDERSTOOD);
    failures = 0;
    if (complete) await memory.confirm(attachment.name);
    sending = complete ? null : { attachment, offset };
    return { next: clock.monotonic(), tokenIsGood: true };
  };

  /** `null`: the device does not hold what is to be sent. */
  const converse = async (token: string, attachment: Attachment): Promise<Exchange | null> => {
    if (sending === null) return ports.network.ask(token, attachment);
    const part = await memory.readPart(attachment, sending.offset);
    return part === null ? null : ports.network.send(token, attachment, sending.offset, part);
  };

  return {
    // A storage that fails here must not hold up responses.
    sendPart: (token) =>
      step(token).catch((error: unknown) => {
        sending = null;
        fail(storageTrouble(error));
        return { next: notBefore, tokenIsGood: true };
      }),
  };
}

function waitAfter(
  failures: number,
  { unreached, retryAfterSeconds }: Trouble,
  random: RandomSource,
): number {
  const wait = backOff(failures, unreached ? LONGEST_UNREACHED : LONGEST, random);
  return Math.max(wait, Math.min(3_600, retryAfterSeconds) * 1_000);
}

const NOT_UNDERSTOOD: Trouble = {
  kind: 'notOurServer',
  detail: 'an answer about another attachment',
  retry: 'later',
  unreached: false,
  blames: 'nobody',
  retryAfterSeconds: 0,
};
