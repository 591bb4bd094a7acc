import type { Page } from 'playwright-core';

/** A form as somebody might bring it, with a slip of the pen in it. */
const BROKEN = `
| survey |                         |         |                         |                        |
|        | type                    | name    | label::English (en)     | relevant               |
|        | select_one places       | place   | Where did you wait?     |                        |
|        | select_multiple reasons | why     | What took so long?      | \${plaice} = 'desk'     |
|        | integer                 | minutes | For how many minutes?   |                        |
|        | text                    | more    | Anything else?          |                        |
| choices |                |        |                      |
|         | list_name      | name   | label::English (en)  |
|         | places         | desk   | At the desk          |
|         | places         | gate   | At the gate          |
|         | reasons        | staff  | Few people at work   |
|         | reasons        | papers | Papers were missing  |
| settings |               |         |         |
|          | form_title    | form_id | version |
|          | Waiting times | waiting | 1       |
`;

type Take = (page: Page, name: string) => Promise<void>;

const drop = (page: Page, name: string, text: string): Promise<void> =>
  page.getByTestId('files').setInputFiles([{ name, mimeType: 'text/markdown', buffer: Buffer.from(text) }]);

/** The way of one's own form: its error in its cell, then the question where it is to run. */
export async function takeSurveyPictures(page: Page, take: Take): Promise<void> {
  await page.getByRole('link', { name: 'Surveys' }).click();
  await drop(page, 'waiting.md', BROKEN);
  await page.getByText('survey!D3').waitFor();
  await take(page, 'console-surveys-1440x900');
  await drop(page, 'waiting.md', BROKEN.replace('plaice', 'place'));
  await page.getByRole('button', { name: 'Publish Waiting times' }).click();
  await page.getByRole('dialog').getByRole('checkbox').first().check();
  await take(page, 'console-publish-1440x900');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('region', { name: 'CSAT' }).waitFor();
}

/** A key as it is made: the page, and the sheet that is shown once. */
export async function takeKeyPictures(page: Page, take: Take): Promise<void> {
  await page.getByRole('link', { name: 'Surveys' }).click();
  await page.getByRole('link', { name: 'Keys of sealed surveys' }).click();
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await dialog.getByRole('img', { name: 'QR code with the private key' }).waitFor();
  await take(page, 'console-key-sheet-1440x900');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Use this key' }).click();
  await page.getByRole('row', { name: /In use/ }).waitFor();
  await take(page, 'console-keys-1440x900');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('region', { name: 'CSAT' }).waitFor();
}
