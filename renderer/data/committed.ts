/** What the server said of a batch that it has committed. */
export interface Committed {
  /** The store epoch that the batch was of. */
  readonly storeEpoch: string;
  /** The server's clock after the commit; `null` where it did not say. */
  readonly serverNow: number | null;
  /** How many numbers of that store epoch it holds now; `null` where it did not say. */
  readonly held: number | null;
}
