import { setTimeout as pause } from 'node:timers/promises';

const PAUSE = 20;

/** The first reply that is no "come back later": a server of the real clock turns away what it is late for, as on a busy machine. */
export async function untilTaken<Reply extends { readonly status: number }>(
  ask: () => Promise<Reply>,
): Promise<Reply> {
  for (;;) {
    const reply = await ask();
    if (reply.status !== 503) return reply;
    await pause(PAUSE);
  }
}
