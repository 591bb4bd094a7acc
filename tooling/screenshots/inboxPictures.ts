import type { Page } from 'playwright-core';
import { sampleResponse, type TestDevice, type TestServer } from '../../sync-server/testing/index.ts';

type Take = (page: Page, name: string) => Promise<void>;

const HOUR = 3_600_000;

/** The contents stay on a device that is late. */
const PHOTO = { name: 'shelf.jpg', mediaType: 'image/jpeg', bytes: 2_100_000, sha256: '0'.repeat(64) };

/** A version that nobody published, a place that is not there, a torn one, two responses under one id, and one whose photo is to come. */
async function needAPerson(
  server: TestServer,
  [till, gate]: readonly [TestDevice, TestDevice],
): Promise<void> {
  const finishedAt = server.clock.now() - HOUR;
  const said = (device: TestDevice, changes: Parameters<typeof sampleResponse>[0]) =>
    sampleResponse({ deviceId: device.deviceId, finishedAt, ...changes });
  await till.push([
    till.seal(
      said(till, {
        questionnaireVersion: '2026-10',
        answers: { '/data/how': '2', '/data/remark': 'Ilgi gaidīju pie kases, bet darbinieki laipni.' },
      }),
    ),
    till.seal(said(till, { touchpointId: 'arrivals-belt-3' })),
  ]);
  server.clock.advance(4 * 60_000);
  const first = said(gate, {
    answers: { '/data/visit': '2', '/data/bad': 'speed', '/data/comment': 'Stundu gaidīju.' },
  });
  const second = {
    ...first,
    finishedAt: finishedAt + 61_000,
    answers: { '/data/visit': '5', '/data/good': 'staff' },
  };
  await gate.push([
    gate.sealText(said(gate, {}).responseId, '{"schema":1,"responseId":"'),
    gate.seal(said(gate, { surveyId: 'lounge', questionnaireId: 'lounge' })),
    gate.seal(first),
    gate.seal(second),
    gate.seal(said(gate, { attachments: [PHOTO] })),
  ]);
}

export async function takeInboxPictures(page: Page, server: TestServer, take: Take): Promise<void> {
  await needAPerson(server, [await server.device(), await server.device()]);
  await page.getByRole('link', { name: /^Inbox\s*5 to look after/ }).click();
  await page.getByRole('heading', { name: 'Not understood' }).waitFor();
  await page.getByRole('row', { name: /cannot be read/ }).waitFor();
  await take(page, 'console-inbox-1440x900');
  await page.getByRole('link', { name: /^Conflicts/ }).click();
  await page
    .getByRole('row', { name: /Not decided/ })
    .getByRole('button')
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep both' }).waitFor();
  await take(page, 'console-inbox-conflict-1440x900');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: /^Awaited files/ }).click();
  await page.getByRole('row', { name: /shelf\.jpg/ }).waitFor();
  await take(page, 'console-inbox-awaited-1440x900');
}
