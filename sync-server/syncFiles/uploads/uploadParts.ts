import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../../core/kernel/index.ts';
import { Refusal, type App, type Guard } from '../../http/index.ts';
import { signedIn } from '../../people/index.ts';
import type { Store } from '../../store/index.ts';
import type { KeptFiles } from '../keptFiles.ts';
import type { ImportDesk } from './importDesk.ts';
import type { UploadRecord, UploadStore } from './uploadStore.ts';

/** What the endpoints of uploads share. */
export interface UploadParts {
  readonly app: App;
  readonly store: Store;
  readonly clock: Clock;
  readonly uploads: UploadStore;
  readonly desk: ImportDesk;
  readonly kept: KeptFiles;
  readonly signedIn: Guard;
}

export const SYNC_FILES = '/api/console/sync-files';
export const ONE_UPLOAD = `${SYNC_FILES}/:uploadId` as const;

/** The id becomes part of a path on the disk: nothing but an id may pass. */
export const uploadParamsSchema = {
  type: 'object',
  required: ['uploadId'],
  properties: {
    uploadId: {
      type: 'string',
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    },
  },
} as const;

export const DOCUMENTED = { tags: ['console'], security: [{ session: [] }] };

export const personOf = (request: FastifyRequest): string => signedIn(request).session.name;

export function findUpload(uploads: UploadStore, uploadId: string): UploadRecord {
  const record = uploads.find(uploadId);
  if (record === null) throw new Refusal('not_found', 'There is no such upload.');
  return record;
}
