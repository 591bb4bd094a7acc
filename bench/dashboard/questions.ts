/** What the demo survey asks, and is held against each other. */
export const FACE = '/data/visit';
export const OTHER = '/data/purpose';
