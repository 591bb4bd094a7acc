/** Draws assets/icons/*.png from the SVGs beside them, in Chromium. Run after changing an SVG: `npm run icons`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { installedBrowser } from './installedBrowser.ts';
import { LAUNCH_FLAGS } from './launchFlags.ts';

const FOLDER = join(import.meta.dirname, '../../assets/icons');
const ICONS = [
  { svg: 'icon.svg', size: 192, png: 'icon-192.png' },
  { svg: 'icon.svg', size: 512, png: 'icon-512.png' },
  { svg: 'maskable.svg', size: 512, png: 'maskable-512.png' },
  { svg: 'maskable.svg', size: 180, png: 'apple-touch-icon.png' },
];

const path = installedBrowser();
const browser = await chromium.launch({
  args: [...LAUNCH_FLAGS],
  ...(path === undefined ? {} : { executablePath: path }),
});
const page = await browser.newPage();
for (const { svg, size, png } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:100vw}</style>${await readFile(join(FOLDER, svg), 'utf8')}`,
  );
  await writeFile(join(FOLDER, png), await page.screenshot({ omitBackground: true }));
}
await browser.close();
