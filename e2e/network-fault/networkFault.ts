import type { MessageSize } from './httpMessage.ts';

type Way = 'request' | 'reply';

/** What happens to one exchange on its way between a device and its server. */
export type NetworkFault =
  /** So many bytes of it arrive; then both ends lose the connection. */
  | { readonly kind: 'cut'; readonly way: Way; readonly after: (size: MessageSize) => number }
  /** So many bytes of it arrive; then nothing more comes either way, and nobody hears of it. */
  | { readonly kind: 'silence'; readonly way: Way; readonly after: (size: MessageSize) => number }
  /** It arrives whole, a few bytes at a time. */
  | { readonly kind: 'trickle'; readonly way: Way; readonly bytes: number }
  /** Instead of the reply comes the one that an earlier request to `path` was given. */
  | { readonly kind: 'swap'; readonly path: string };
