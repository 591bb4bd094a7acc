import type { InboxParts } from './inboxParts.ts';
import { conflictEndpoints } from './conflictEndpoints.ts';
import { correctionEndpoints } from './correctionEndpoints.ts';
import { readEndpoints } from './readEndpoints.ts';

/** What needs a person: what was not understood, and what came under the id of something else. */
export function inboxEndpoints(parts: InboxParts): void {
  readEndpoints(parts);
  correctionEndpoints(parts);
  conflictEndpoints(parts);
}
