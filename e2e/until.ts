/**
 * Looks again and again until `look` gives something, and gives that. Fails with what it was waiting for, never by hanging.
 * Not a sleep: it goes on at once when the thing is there.
 */
export async function until<T>(
  what: string,
  milliseconds: number,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
