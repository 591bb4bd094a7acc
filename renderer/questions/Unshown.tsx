/** A note has nothing to answer. */
export const Unshown = (): null => null;
