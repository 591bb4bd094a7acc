import type { RawReply } from '../../core/protocol/index.ts';

/**
 * What became of a request. Trouble on the way is a value: `unreachable` (no connection, or a redirect, which is never followed),
 * `timedOut` (the deadline passed; the server may or may not have acted).
 */
export type Exchange =
  { readonly kind: 'reply'; readonly reply: RawReply } | { readonly kind: 'unreachable' | 'timedOut' };
