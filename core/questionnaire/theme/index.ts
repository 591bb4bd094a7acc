export type { Theme } from './theme.ts';
export { contrastRatio, inkOn, isColour, mixed } from './contrast.ts';
export { unreadablePairs } from './unreadablePairs.ts';
export type { UnreadablePair } from './unreadablePairs.ts';
