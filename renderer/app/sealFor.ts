import { sealResponse, type SealedResponse } from '../../core/response/index.ts';
import type { Seal } from '../data/saveDraft.ts';

/** Of the last sitting and the one before: a recording may be tried again, and has to find what it put down. */
const REMEMBERED = 4;

export const loadSeal = () => import('../../formats/sealed/seal.ts');

/**
 * Seals responses to these recipients. The same response gives the same envelope again (K4). What seals is asked for at once, so that it
 * is there when the first answer comes; whoever can't get it keeps nothing, least of all in plain.
 */
export function sealFor(recipients: readonly string[]): Seal {
  void loadSeal().catch(() => undefined);
  const made = new Map<string, SealedResponse>();
  return async (response) => {
    const { contentHash } = sealResponse(response);
    const known = made.get(contentHash);
    if (known !== undefined) return known;
    const { sealTo } = await loadSeal();
    const sealed = await sealTo(recipients, response);
    made.set(contentHash, sealed);
    for (const oldest of [...made.keys()].slice(0, -REMEMBERED)) made.delete(oldest);
    return sealed;
  };
}
