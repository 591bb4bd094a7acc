import type { Attachment, Response } from '../../core/response/index.ts';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import type { KeepFile } from '../questions/captures/fileKeeper.ts';

/** What was given on this page: the manifest of a response follows from the names that its answers hold. */
export function attachedFiles(storage: DeviceStorage) {
  const given = new Map<string, Attachment>();
  const keeping =
    (sealedTo?: readonly string[]): KeepFile =>
    async (contents, stem) => {
      const { keepFile } = await import('./keepFile.ts');
      const kept = await keepFile(storage, sealedTo, contents, stem);
      if (kept === null) return null;
      given.set(kept.name, kept);
      return kept.name;
    };
  const naming = (response: Response): Response => {
    if (given.size === 0) return response;
    // A calculation may repeat a name; the manifest says it once.
    const names = new Set(Object.values(response.answers));
    const attachments = [...names].flatMap((name) => given.get(name) ?? []);
    return attachments.length === 0 ? response : { ...response, attachments };
  };
  return { keeping, naming };
}
