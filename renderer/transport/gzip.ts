const encoder = new TextEncoder();

/** UTF-8 and gzip, made by the browser off the main thread. Bytes, not a Blob: making one of those waits for another process. */
export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new CompressionStream('gzip');
  const writer = stream.writable.getWriter();
  void writer.write(encoder.encode(text)).catch(() => undefined);
  void writer.close().catch(() => undefined);
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}
