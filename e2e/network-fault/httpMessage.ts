/** Where a message on the wire has its ends, counted from its first byte. */
export interface MessageSize {
  /** The request or status line and the headers, the empty line included. */
  readonly head: number;
  readonly whole: number;
}

/** The size of the HTTP/1.1 message that begins here; `null` while its head has not come. Only bodies of a stated length. */
export function messageSize(bytes: Buffer): MessageSize | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = end + 4;
  const length = /^content-length: *(\d+)/im.exec(bytes.toString('latin1', 0, head))?.[1];
  return { head, whole: head + Number(length ?? 0) };
}

/** `/api/sync/push` of `POST /api/sync/push HTTP/1.1`. */
export const pathOf = (request: Buffer): string =>
  /^[A-Z]+ (\S+)/.exec(request.toString('latin1', 0, 300))?.[1] ?? '';
