import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveApp } from './serveApp.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'earshot-shell-'));
  await mkdir(join(root, 'terminal'));
  await writeFile(join(root, 'terminal', 'index.html'), '<title>x</title>');
  await writeFile(join(root, 'secret.txt'), 'secret');
});
afterAll(() => rm(root, { recursive: true }));

const get = (url: string) => serveApp(join(root, 'terminal'))({ url });

it('serves the built terminal with its type and the policy', async () => {
  const response = await get('app://kiosk/terminal/');
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('<title>x</title>');
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it.each([
  'app://kiosk/terminal/..%2fsecret.txt',
  'app://kiosk/terminal/nothing.js',
  'app://kiosk/terminal/%00',
])('answers 404 to %s', async (url) => {
  expect((await get(url)).status).toBe(404);
});
