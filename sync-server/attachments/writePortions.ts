import { open } from 'node:fs/promises';

/** Writes a new file as its contents come, and sees it to the disk. How many bytes that were; `null`: the disk is full. */
export async function writePortions(
  path: string,
  portions: AsyncIterable<Uint8Array>,
): Promise<number | null> {
  const file = await open(path, 'wx', 0o600);
  let length = 0;
  try {
    for await (const portion of portions) {
      await file.appendFile(portion);
      length += portion.length;
    }
    await file.datasync();
    return length;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOSPC' || code === 'EDQUOT') return null;
    throw error;
  } finally {
    await file.close();
  }
}
