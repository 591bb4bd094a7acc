/** Time as the edges hand it in, so that tests can rehearse any clock. */
export interface Clock {
  /** Wall clock, milliseconds since 1970-01-01 UTC. May jump or be years off: never used to order or refuse. */
  now(): number;
  /** Milliseconds since some start that never runs backwards; durations are taken from this one. */
  monotonic(): number;
}

/** Randomness as the edges hand it in. */
export interface RandomSource {
  /** `count` bytes; cryptographic quality in production, seeded in simulations. */
  bytes(count: number): Uint8Array;
}
