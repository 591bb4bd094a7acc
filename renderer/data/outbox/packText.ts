const encoder = new TextEncoder();

/** UTF-8 and gzip, made by the browser off the main thread. Bytes, not a Blob: making one of those waits for another process. */
export function packText(text: string): Promise<ArrayBuffer> {
  const stream = new CompressionStream('gzip');
  const writer = stream.writable.getWriter();
  void writer.write(encoder.encode(text)).catch(() => undefined);
  void writer.close().catch(() => undefined);
  return new Response(stream.readable).arrayBuffer();
}

/** `null` where the bytes are not what was packed. */
export function unpackText(packed: ArrayBuffer): Promise<string | null> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  void writer.write(new Uint8Array(packed)).catch(() => undefined);
  void writer.close().catch(() => undefined);
  return new Response(stream.readable).text().catch(() => null);
}
