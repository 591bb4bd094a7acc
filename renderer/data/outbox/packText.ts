/** UTF-8 and gzip, made by the browser off the main thread. */
export const packText = (text: string): Promise<ArrayBuffer> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

/** `null` where the bytes are not what was packed. */
export const unpackText = (packed: ArrayBuffer): Promise<string | null> =>
  new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')))
    .text()
    .catch(() => null);
