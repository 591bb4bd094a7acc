/** Takes bytes off a stream in portions that the reader chooses. What is left where the stream ends early can still be had. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Exactly so many, or `null` where the stream has fewer; those few are gone then. Ask for little: it is gathered in memory. */
  async take(count: number): Promise<Uint8Array | null> {
    const taken = new Uint8Array(count);
    let at = 0;
    while (at < count) {
      const some = await this.some(count - at);
      if (some === null) return null;
      taken.set(some, at);
      at += some.length;
    }
    return taken;
  }

  /** At least one and at most so many, `null` at the end. */
  async some(most: number): Promise<Uint8Array | null> {
    while (this.#rest.length === 0) {
      if (this.#ended) return null;
      const next = await this.#source.next();
      if (next.done === true) this.#ended = true;
      else this.#rest = next.value;
    }
    const some = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(some.length);
    return some;
  }

  /** Whoever stops early lets go of the file. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }
}
