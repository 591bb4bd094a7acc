const DEADLINE = 10_000;

/**
 * Would a reload find this page: in the worker's cache, in the shell's files, or at the server? The sign-in page of a Wi-Fi network is
 * not it.
 */
export async function canLoadAgain(): Promise<boolean> {
  try {
    const reply = await fetch(location.pathname, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(DEADLINE),
    });
    return reply.ok && (await reply.text()).includes('id="root"');
  } catch {
    return false;
  }
}
