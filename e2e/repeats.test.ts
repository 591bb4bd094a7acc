import { expect, it } from 'vitest';
import { fillOutbox, waitingCount } from './outbox.ts';
import { openRoad, terminalAddress } from './road.ts';
import { countedFaces, recountFaces, storedResponses } from './store.ts';
import { until } from './until.ts';

const WAITING = 700;

it('[S1] [V9] changes nothing when a batch is sent again, also from two tabs at once', async () => {
  const { server, terminal, end } = await openRoad();
  try {
    const second = await terminal.context.newPage();
    await second.goto(terminalAddress(server));
    await server.stop();
    const ids = (await Promise.all([fillOutbox(terminal.page, WAITING), fillOutbox(second, WAITING)])).flat();
    const pushes: Push[] = [];
    terminal.context.on('response', (response) => {
      const request = response.request();
      const postData = request.postDataBuffer();
      if (!request.url().endsWith('/api/sync/push') || response.status() !== 200 || postData === null) return;
      const bytes = [...postData];
      void request.allHeaders().then((headers) => pushes.push({ bytes, headers: replayable(headers) }));
    });
    await server.start();
    for (const page of [terminal.page, second]) await page.evaluate(() => dispatchEvent(new Event('online')));
    await until('the outbox is empty', 60_000, async () =>
      (await waitingCount(terminal.page)) === 0 ? true : undefined,
    );
    const once = storedResponses(server.dataFolder);
    expect(once.map(({ responseId }) => responseId).sort()).toEqual(ids.sort());

    // The very same bytes again, from both tabs at once.
    await until('both pushes were seen', 60_000, () => (pushes.length >= 2 ? true : undefined));
    const sent = [...pushes];
    const replies = await Promise.all([terminal.page, second].map((tab) => tab.evaluate(pushAgain, sent)));
    expect(replies.flat()).toHaveLength(2 * sent.length);
    for (const { status, verdicts } of replies.flat()) {
      expect(status).toBe(200);
      expect(new Set(verdicts)).toEqual(new Set(['duplicate']));
    }
    expect(storedResponses(server.dataFolder)).toEqual(once);
    expect(countedFaces(server.dataFolder)).toEqual(recountFaces(once));
  } finally {
    await end();
  }
});

interface Push {
  readonly bytes: readonly number[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Runs in a tab: all of them at once. */
const pushAgain = (pushes: readonly Push[]) =>
  Promise.all(
    pushes.map(async ({ bytes, headers }) => {
      const reply = await fetch('/api/sync/push', { method: 'POST', body: Uint8Array.from(bytes), headers });
      const { items } = (await reply.json()) as { items: { verdict: string }[] };
      return { status: reply.status, verdicts: items.map(({ verdict }) => verdict) };
    }),
  );

const KEPT = ['authorization', 'content-type', 'content-encoding', 'earshot-protocol'];
const replayable = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => KEPT.includes(name)));
