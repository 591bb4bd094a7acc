/** In groups of four, as it is read out. */
export const idText = (keyId: string): string => keyId.match(/.{1,4}/g)?.join(' ') ?? keyId;
