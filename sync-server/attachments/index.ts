export { AttachmentDesk } from './attachmentDesk.ts';
export type { Carried } from './attachmentDesk.ts';
export { attachmentEndpoints } from './attachmentEndpoints.ts';
export type { AttachmentStore } from './attachmentStore.ts';
export { hashOf } from './hashOf.ts';
export { folderStore } from './folderStore.ts';
export { forgetAttachments, removeContents } from './forgetAttachments.ts';
export { attachmentsIn, nameAttachments } from './nameAttachments.ts';
export { renameAttachments } from './renameAttachments.ts';
