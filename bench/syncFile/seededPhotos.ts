/** What a camera of a tablet gives, made small enough to be sent. */
const [LEAST, MOST] = [20_000, 400_000];
const SEED = 20_261_123;

/** So many files of the sizes of photos, the same in each run; like photos, they can't be packed any further. */
export function* photos(count: number): Generator<Blob, undefined> {
  let state = SEED;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let made = 0; made < count; made += 1) {
    const bytes = LEAST + (next() % (MOST - LEAST));
    const words = new Uint32Array(Math.ceil(bytes / 4)).map(next);
    yield new Blob([words.buffer.slice(0, bytes)], { type: 'image/jpeg' });
  }
  return undefined;
}
