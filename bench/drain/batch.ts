/** Documents per push, for everybody. */
export const BATCH = 500;
