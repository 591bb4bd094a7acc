import type { Page } from 'playwright-core';

/** What the navigation says of how much waits for a person. */
export const badge = (office: Page, text: RegExp): Promise<void> =>
  office.getByRole('navigation').getByRole('link', { name: text }).waitFor();

/** Goes to a list of the inbox and waits for its heading. */
export async function list(office: Page, name: string): Promise<void> {
  await office.getByRole('navigation', { name: 'Lists of the inbox' }).getByText(name).click();
  await office.getByRole('heading', { name, exact: true }).waitFor();
}
