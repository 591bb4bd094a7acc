import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../core/kernel/index.ts';
import {
  keyIdOf,
  newProjectKeySchema,
  projectKeyParamsSchema,
  projectKeysSchema,
} from '../../core/protocol/index.ts';
import type { EventHub } from '../events/index.ts';
import { RECOVERY_IDENTITY, type ServerFileKeys } from '../fileKeys/index.ts';
import { Refusal, replies, type App, type Guard } from '../http/index.ts';
import { signedIn as signedInAs } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import { countUnopened, listKeys, putInUse, revoke } from './projectKeys.ts';

interface KeyParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly fileKeys: ServerFileKeys;
  readonly dataFolder: string;
  readonly signedIn: Guard;
}

/** The keys that responses are sealed to (K8). Private halves are made in the browser and never come here. */
export function projectKeyEndpoints(app: App, parts: KeyParts): void {
  const { store, clock, events, signedIn } = parts;
  const rules = { tags: ['console'], security: [{ session: [] }], response: replies(projectKeysSchema) };
  app.get(
    '/api/console/project-keys',
    {
      onRequest: signedIn,
      schema: { ...rules, summary: 'The keys that sealed surveys are sealed to, and the one for recovery' },
    },
    () => tell(parts),
  );
  app.post(
    '/api/console/project-keys',
    {
      onRequest: signedIn,
      schema: {
        ...rules,
        summary: 'Seal to this key from now on; the one in use before is retired (K8)',
        body: newProjectKeySchema,
      },
    },
    async (request) => {
      const { recipient } = request.body;
      if (parts.fileKeys.announced.recipients.includes(recipient))
        throw new Refusal('bad_request', 'recipient: this is a key of the server itself');
      const by = signedInAs(request).session;
      const isSound = await store.write((tx) => putInUse(tx, recipient, { by, at: clock.now() }));
      if (!isSound)
        throw new Refusal('bad_request', 'recipient: this key was retired or revoked; make another one');
      events.publish('surveys', '');
      return tell(parts);
    },
  );
  app.post(
    '/api/console/project-keys/:keyId/revocation',
    {
      onRequest: signedIn,
      schema: {
        ...rules,
        summary: 'Note that somebody else may have a key: it is never used again (K8)',
        params: projectKeyParamsSchema,
      },
    },
    async (request) => {
      const { keyId } = request.params;
      const by = signedInAs(request).session;
      const done = await store.write((tx) => revoke(tx, keyId, { by, at: clock.now() }));
      if (done === 'unknown') throw new Refusal('not_found', 'There is no such key.');
      if (done === 'inUse')
        throw new Refusal('key_in_use', 'Make a new key first: then nothing is sealed to this one any more.');
      return tell(parts);
    },
  );
}

async function tell({ store, fileKeys, dataFolder }: KeyParts) {
  const [, recovery] = fileKeys.announced.recipients;
  if (recovery === undefined) throw new Error('the server announces no key for recovery');
  return {
    keys: await listKeys(store.read),
    recovery: {
      keyId: keyIdOf(recovery),
      recipient: recovery,
      isHere: existsSync(join(dataFolder, 'keys', RECOVERY_IDENTITY)),
    },
    unopened: await countUnopened(store.read),
  };
}
