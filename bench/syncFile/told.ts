/** How many, and of what seed: the same photos in every run. */
export interface Amount {
  readonly responses: number;
  readonly photos: number;
}

/** What a device that saves a file can say of it. */
export interface SavedTold {
  readonly milliseconds: number;
  readonly responses: number;
  readonly attachments: number;
  /** The file. */
  readonly bytes: number;
  /** Of the photos in it. */
  readonly photoBytes: number;
  readonly progress: ProgressTold;
}

/** Whether what is said on the way is true. */
export interface ProgressTold {
  readonly words: number;
  readonly wentBack: number;
  /** The last word said was that all is done, of as much as the first word said there is. */
  readonly reachedTheEnd: boolean;
  /** The largest difference between the share of the bytes that was told and that of the bytes that were there, in percent. */
  readonly offBy: number;
}

declare global {
  /** What the device's page offers to the bench. */
  interface Window {
    enrolDevice: (code: string) => Promise<void>;
    recordMany: (amount: Amount) => Promise<void>;
    saveFile: () => Promise<SavedTold>;
    /** Reads the receipt that the page's file input holds; answers what was settled, and how long that took. */
    readReceipt: () => Promise<{ milliseconds: number; responses: number; attachments: number }>;
  }
}
