import { readPauseOnMetered } from '../../data/attachments/attachmentStatus.ts';
import { nextAttachment } from '../../data/attachments/nextAttachment.ts';
import { isIntact, readPart } from '../../data/attachments/readPart.ts';
import { confirmAttachment, markDamaged, markUnwanted } from '../../data/attachments/settleAttachment.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import type { AttachmentMemory } from './uploadAttachments.ts';

export const storedAttachments = (
  storage: DeviceStorage,
  isMetered: () => boolean = onMeteredNetwork,
): AttachmentMemory => ({
  next: (except) => nextAttachment(storage, except),
  readPart: (attachment, offset) => readPart(storage, attachment, offset),
  isIntact: (attachment) => isIntact(storage, attachment),
  confirm: (name) => confirmAttachment(storage, name),
  markDamaged: async (name) => {
    await markDamaged(storage, name);
  },
  markUnwanted: async (name) => {
    await markUnwanted(storage, name);
  },
  isPaused: async () => isMetered() && (await readPauseOnMetered(storage)),
});

/** As far as the browser says so; not all do. */
function onMeteredNetwork(): boolean {
  const { connection } = navigator as Navigator & {
    readonly connection?: { readonly saveData?: boolean; readonly type?: string };
  };
  return connection?.saveData === true || connection?.type === 'cellular';
}
