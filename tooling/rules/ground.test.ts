import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const GROUND = /--ground: light-dark\((#\w{6}),/;
const NAMED = /(?:theme-color" content=|(?:theme|background)_color: |backgroundColor: ).(#\w{6})/g;

/** What the system draws around the app, or before it is there, is seen together with the app's own ground. */
it.each([
  ['renderer/terminal.html', 1],
  ['renderer/console.html', 1],
  ['renderer/vite.config.ts', 2],
  ['electron/windowOptions.ts', 1],
])('%s names the ground of the tokens', (path, times) => {
  const ground = GROUND.exec(read('renderer/ui/tokens.css'))?.[1];
  const named = [...read(path).matchAll(NAMED)].map(([, colour]) => colour);
  expect(named).toEqual(Array.from({ length: times }, () => ground));
});
