import type { Attachment } from '../../core/response/index.ts';
import { keepAttachment, type SealFile } from '../data/attachments/keepAttachment.ts';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import { loadSeal } from './sealFor.ts';

/** Puts a file on the disk; of a survey that is sealed to these recipients, only sealed (K10). `null`: it could not be kept. */
export async function keepFile(
  storage: DeviceStorage,
  sealedTo: readonly string[] | undefined,
  contents: Blob,
  stem: string,
): Promise<Attachment | null> {
  const seal = sealedTo === undefined ? undefined : await sealingTo(sealedTo);
  const kept = await keepAttachment(storage, contents, stem, seal);
  return kept.ok ? kept.value : null;
}

async function sealingTo(recipients: readonly string[]): Promise<SealFile> {
  const { sealFile } = await loadSeal();
  return (contents) => sealFile(recipients, contents);
}
