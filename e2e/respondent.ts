import type { Locator, Page } from 'playwright-core';

/** What one person says at the sample terminal. */
export interface Said {
  readonly face: 1 | 2 | 3 | 4 | 5;
  /** Names of reasons, of those that the face leads to. */
  readonly reasons?: readonly string[];
  readonly comment?: string;
}

const PATIENCE = { timeout: 60_000 };

export const faces = (page: Page): Locator => page.getByRole('radiogroup').getByRole('radio');
export const thanks = (page: Page): Locator => page.getByRole('heading', { name: 'Thank you!' });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** The first screen, waiting for whoever comes. */
export async function atFirstScreen(page: Page): Promise<void> {
  await page.locator('[data-waiting="true"] [role="radiogroup"]').waitFor(PATIENCE);
}

/**
 * A tap that is repeated until it is taken, as a person would: a screen that has just changed under the finger ignores the first moment.
 * `taken` must not be true before.
 */
export async function tapUntil(what: Locator, taken: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE.timeout;
  while (!(await taken())) {
    if (Date.now() > deadline) throw new Error(`no tap was taken: ${String(what)}`);
    // A screen that changed between the check and the tap leaves nothing to tap: look again.
    await what.click({ timeout: 250 }).catch(() => undefined);
  }
}

const gone = (what: Locator) => async (): Promise<boolean> => (await what.count()) === 0;

/** Taps a face and waits for the reasons. */
export async function tapFace(page: Page, face: Said['face']): Promise<void> {
  const faceButton = page.locator(`[role="radiogroup"] [data-value="${face}"]`);
  await tapUntil(faceButton, gone(page.getByRole('radiogroup')));
}

export async function chooseReasons(page: Page, reasons: readonly string[]): Promise<void> {
  for (const reason of reasons) {
    const tile = page.locator(`button[data-value="${reason}"]`);
    await tapUntil(tile, async () => (await tile.getAttribute('aria-checked')) === 'true');
  }
  const reasonTiles = page.locator('[role="group"]');
  await tapUntil(button(page, reasons.length > 0 ? 'Next' : 'Skip'), gone(reasonTiles));
}

export async function writeComment(page: Page, comment: string | undefined): Promise<void> {
  const text = page.getByRole('textbox');
  if (comment !== undefined) await text.fill(comment);
  await tapUntil(button(page, comment === undefined ? 'Skip' : 'Send'), () => thanks(page).isVisible());
}

/** The whole sitting, to "thank you" and back to the first screen. */
export async function respond(page: Page, said: Said): Promise<void> {
  await atFirstScreen(page);
  await tapFace(page, said.face);
  await chooseReasons(page, said.reasons ?? []);
  await writeComment(page, said.comment);
  await tapUntil(button(page, 'Done'), gone(thanks(page)));
}

/** The `index`-th of many different people: every face, with and without reasons and comments. */
export function person(index: number): Said {
  const face = ((index % 5) + 1) as Said['face'];
  const reason = REASONS[index % REASONS.length] ?? 'staff';
  return {
    face,
    ...(index % 3 === 0 ? {} : { reasons: [reason] }),
    ...(index % 4 === 0 ? { comment: `Ātri un laipni, номер ${index}` } : {}),
  };
}

const REASONS = ['staff', 'cleanliness'];
