import type { Attachment, Response } from '../../core/response/index.ts';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import type { KeepFile } from '../questions/captures/fileKeeper.ts';

/** What was given on this page: the manifest of a response follows from the names that its answers hold. */
export function attachedFiles(storage: DeviceStorage) {
  const given = new Map<string, Attachment>();
  const keep: KeepFile = async (contents, stem) => {
    const { keepAttachment } = await import('../data/attachments/keepAttachment.ts');
    const kept = await keepAttachment(storage, contents, stem);
    if (!kept.ok) return null;
    given.set(kept.value.name, kept.value);
    return kept.value.name;
  };
  const naming = (response: Response): Response => {
    if (given.size === 0) return response;
    // A calculation may repeat a name; the manifest says it once.
    const names = new Set(Object.values(response.answers));
    const attachments = [...names].flatMap((name) => given.get(name) ?? []);
    return attachments.length === 0 ? response : { ...response, attachments };
  };
  return { keep, naming };
}
