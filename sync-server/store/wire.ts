/** Short messages between the servers of one store. One that nobody hears is gone. */
export interface Wire {
  /** To all others. Whether it arrives is never known. */
  readonly send: (text: string) => void;
  /** For one listener. `lapsed` tells that messages may have been missed. */
  readonly hear: (message: (text: string) => void, lapsed: () => void) => void;
}
