import { PART_TYPE, PROTOCOL, type AttachmentRequest } from '../../../core/protocol/index.ts';
import { exchangeWithServer, postToServer } from '../../transport/postToServer.ts';
import type { AttachmentNetwork } from './uploadAttachments.ts';

const DEADLINE = 15_000;
/** As for pushes: a line of 16 KiB a second gets a part through. */
const BYTES_A_MILLISECOND = 16.384;

/** The endpoints for attachments at `origin`; an empty origin is the page's own. */
export const attachmentNetwork = (origin: string): AttachmentNetwork => ({
  ask: (token, { sha256, bytes }) => {
    const json: AttachmentRequest = { protocol: PROTOCOL, sha256, bytes };
    return postToServer(`${origin}/api/sync/attachments`, { json }, { deadline: DEADLINE, token });
  },
  send: (token, { sha256, bytes }, offset, part) =>
    exchangeWithServer(
      `${origin}/api/sync/attachments/${sha256}`,
      {
        method: 'PATCH',
        headers: {
          'Content-Type': PART_TYPE,
          'Upload-Offset': String(offset),
          'Upload-Length': String(bytes),
          Authorization: `Bearer ${token}`,
        },
        body: part,
      },
      DEADLINE + part.byteLength / BYTES_A_MILLISECOND,
    ),
});
