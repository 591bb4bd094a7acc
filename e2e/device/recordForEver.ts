import type { Page } from 'playwright-core';

/** A response that the device called durable. */
export interface Called {
  readonly seq: number;
  readonly contentHash: string;
}

/** Records for ever; what is durable is called out to the test, which keeps its own list. */
export async function recordForEver(page: Page, url: string, called: Called[]): Promise<void> {
  await page.exposeFunction('durable', (one: Called) => void called.push(one));
  await page.goto(url);
  await page.evaluate(() => {
    const { device } = window;
    const callOut = (window as unknown as { durable: (one: Called) => void }).durable;
    const record = async (): Promise<void> => {
      for (;;) {
        const response = device.aResponse('5', { answers: { '/data/comment': 'x'.repeat(500) } });
        await device.saveDraft(device.storage, response);
        const recorded = await device.recordResponse(device.storage, response);
        if (recorded.ok) callOut(recorded.value);
      }
    };
    void record();
  });
}
