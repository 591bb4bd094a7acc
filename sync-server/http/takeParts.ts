import { Readable } from 'node:stream';
import { PART_TYPE } from '../../core/protocol/index.ts';
import type { App } from './app.ts';
import { Refusal } from './refusal.ts';

/** Routes that are added to the scope get the body of a part as a stream of bytes; no others do. */
export async function takeParts(app: App, add: (scope: App) => void): Promise<void> {
  await app.register(async (scope: App) => {
    scope.addContentTypeParser(PART_TYPE, (_request, payload, done) => done(null, payload));
    add(scope);
  });
}

/** What `takeParts` has let through. */
export function partOf(body: unknown): Readable {
  if (body instanceof Readable) return body;
  throw new Refusal('bad_request', `Send the part as ${PART_TYPE}.`);
}
