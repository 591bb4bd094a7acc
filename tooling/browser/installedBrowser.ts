import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

function windowsPaths(): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
  return roots
    .filter((root) => root !== '')
    .flatMap((root) => [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}

function usualPlaces(): string[] {
  if (process.platform === 'win32') return windowsPaths();
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return process.platform === 'darwin' ? [...MAC, ...onPath] : onPath;
}

/**
 * Where a browser for the tests may be, best first: `EARSHOT_BROWSER` alone if it is set, else an installed Chromium, Chrome or
 * Edge, else one that Playwright downloaded earlier.
 */
export function browserCandidates(): string[] {
  const wanted = process.env['EARSHOT_BROWSER'] ?? '';
  return wanted === '' ? [...usualPlaces(), chromium.executablePath()] : [wanted];
}

/** The first of them that is there; undefined when there is none (ensureBrowser.ts installs one). */
export const installedBrowser = (): string | undefined =>
  browserCandidates().find((path) => existsSync(path));
