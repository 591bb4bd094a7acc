import type { Result } from '../../core/kernel/index.ts';
import type { FileEnd, SyncFileManifest } from '../../core/protocol/index.ts';
import type { ByteReader } from './byteReader.ts';
import type { Gunzip, Stop } from './openContainer.ts';

/** Whether the device signed the statement. */
export type Verify = (statement: string, signature: string) => Promise<boolean>;

/** SHA-256 of what comes in portions. */
export interface Digest {
  update(bytes: Uint8Array): unknown;
  /** 64 lower-case hex digits. Once, at the end. */
  hex(): string;
}

export interface SyncFilePorts {
  readonly identities: readonly string[];
  readonly gunzip: Gunzip;
  readonly newDigest: () => Digest;
  /** Who is to have signed, or why the file is not for us. */
  readonly admit: (manifest: SyncFileManifest) => Promise<Result<Verify, Stop>>;
}

/** A file whose manifest was read and is for us. */
export interface OpenFile {
  readonly tar: ByteReader;
  readonly manifest: SyncFileManifest;
  readonly verify: Verify;
  readonly newDigest: () => Digest;
  /** Bytes that the device signed for may come. */
  readonly expect: (bytes: number) => void;
}

/** What has been read of it, as its end is to say it. */
export type ReadSoFar = { -readonly [name in keyof FileEnd]: FileEnd[name] };
