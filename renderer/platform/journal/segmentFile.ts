/** A file of fixed length, made beforehand and written in place. */
export interface SegmentFile {
  readonly size: number;
  /** Was there when this start looked. */
  readonly found: boolean;
  /** Was there, but not as long as it was made: what stood at its end may be gone. */
  readonly cut?: boolean;
  read(at: number, length: number): Uint8Array;
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void;
  /** Only what was flushed survives a power cut. */
  flush(): void;
}
