import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appFile } from './appFile.ts';

const FOLDER = join('/', 'opt', 'earshot', 'dist', 'terminal');
const file = (address: string) => appFile(address, FOLDER);

describe('the file of an app:// address', () => {
  it.each([
    ['app://kiosk/terminal/assets/terminal-CsqQwLTA.js', ['assets', 'terminal-CsqQwLTA.js']],
    ['app://kiosk/terminal/icon.svg?v=2#x', ['icon.svg']],
    ['app://kiosk/terminal/', ['index.html']],
    ['app://kiosk/terminal/?code=abc/../def', ['index.html']],
    ['app://kiosk/terminal/device', ['index.html']],
  ])('%s', (address, names) => {
    expect(file(address)).toBe(join(FOLDER, ...names));
  });

  it.each([
    'app://kiosk/terminal/../../secret.txt',
    'app://kiosk/terminal/..%2f..%2fsecret.txt',
    'app://kiosk/terminal/%2e%2e/secret.txt',
    'app://kiosk/terminal/a%5c..%5c..%5csecret.txt',
    'app://kiosk/terminal/assets/.env',
    'app://kiosk/terminal/C:%5csecret.txt',
    'app://kiosk/terminal/a.js%00.png',
    'app://kiosk/terminal/%zz.js',
    'app://kiosk/console/index.html',
    'app://kiosk/terminal.evil/index.html',
    'app://kiosk.evil/terminal/index.html',
    'app://other/terminal/index.html',
    'https://kiosk/terminal/index.html',
    'file:///etc/passwd',
    '',
  ])('refuses %s', (address) => {
    expect(file(address)).toBeNull();
  });
});
