import type { Page } from 'playwright-core';

const quoted = (text: string): string => text.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\a ');

/** Writes by tapping the terminal's own keys alone, and looks for each character as a person does: with shift, on the other page. */
export async function tapKeys(page: Page, text: string): Promise<void> {
  for (const character of text) {
    const key = page.locator(`[data-key="${character === '\n' ? 'newLine' : quoted(character)}"]`);
    for (const way of ['shift', 'page', 'shift']) {
      if ((await key.count()) > 0) break;
      const other = page.locator(`[data-key="${way}"]`);
      if ((await other.count()) > 0) await other.click();
    }
    await key.click();
  }
}
