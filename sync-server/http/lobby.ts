const LONGEST = 100;

/**
 * Takes in who knocks before it works for who is inside (B8). In one round of the event loop libuv accepts ONE connection, however many
 * wait, and while those inside are worked for, a round is long: a crowd of thousands would wait before the door until it lost patience,
 * without a word. So as long as connections come in, requests wait here and the rounds are short, but for so many milliseconds at the most.
 * Who has gone meanwhile is not worked for.
 */
export class Lobby {
  readonly #now: () => number;
  #waiting: (() => void)[] = [];
  #knocked = false;
  #isOpen = true;

  /** `now` in milliseconds, never going back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Somebody was let in. */
  knock(): void {
    this.#knocked = true;
    if (this.#isOpen) void this.#takeIn();
  }

  /** Calls `go` when nobody is knocking any more: at once where nobody is. */
  enter(go: () => void): void {
    if (this.#isOpen) go();
    else this.#waiting.push(go);
  }

  async #takeIn(): Promise<void> {
    this.#isOpen = false;
    const until = this.#now() + LONGEST;
    // The round in which the first one knocked is not over yet.
    await roundOver();
    while (this.#knocked && this.#now() < until) {
      this.#knocked = false;
      await roundOver();
    }
    this.#knocked = false;
    this.#isOpen = true;
    for (const go of this.#waiting.splice(0)) go();
  }
}

const roundOver = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
