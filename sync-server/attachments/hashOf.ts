import { createHash } from 'node:crypto';

/** SHA-256 in hex. Memory does not grow with the contents. */
export async function hashOf(contents: AsyncIterable<unknown>): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of contents) digest.update(chunk as Buffer);
  return digest.digest('hex');
}
