import { describe, expect, it } from 'vitest';
import { contentType } from './contentType.ts';
import { mayNavigate } from './navigation.ts';
import { mayHave } from './permissions.ts';
import { SECURITY_HEADERS } from './securityHeaders.ts';
import { shellSettings } from './shellSettings.ts';
import { windowOptions } from './windowOptions.ts';

describe('the window', () => {
  it.each([true, false])('keeps the page away from Node and the system (locked: %s)', (locked) => {
    expect(windowOptions({ locked }).webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(windowOptions({ locked }).webPreferences?.preload).toBeUndefined();
  });

  it('fills the screen without developer tools when it is locked', () => {
    expect(windowOptions({ locked: true })).toMatchObject({ kiosk: true, frame: false });
    expect(windowOptions({ locked: true }).webPreferences?.devTools).toBe(false);
    expect(windowOptions({ locked: false })).toMatchObject({ kiosk: false, frame: true });
  });
});

describe('the page', () => {
  it('goes nowhere but to itself', () => {
    expect(mayNavigate('app://kiosk/terminal/')).toBe(true);
    const elsewhere = [
      'https://example.org/',
      'file:///etc/passwd',
      'app://kiosk.evil/',
      'javascript:1',
      'about:blank',
    ];
    expect(elsewhere.filter(mayNavigate)).toEqual([]);
  });

  it('has the permissions a terminal needs, and a stranger has none', () => {
    const asked = [
      'persistent-storage',
      'screen-wake-lock',
      'media',
      'geolocation',
      'openExternal',
      'hid',
      'unknown',
    ];
    expect(asked.filter((permission) => mayHave(permission, 'app://kiosk/'))).toEqual([
      'persistent-storage',
      'screen-wake-lock',
    ]);
    expect(asked.filter((permission) => mayHave(permission, 'https://example.org'))).toEqual([]);
    expect(asked.filter((permission) => mayHave(permission, 'app://kiosk.evil'))).toEqual([]);
  });

  it('runs no script but its own', () => {
    const policy = SECURITY_HEADERS['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-|\*(?!;| http|:)|data:/);
  });

  it('is served with the types that a browser insists on', () => {
    expect(contentType('a/index.html')).toMatch(/^text\/html/);
    expect(contentType('a.js')).toMatch(/^text\/javascript/);
    expect(contentType('a.exe')).toBe('application/octet-stream');
  });
});

describe('the command line', () => {
  it('locks unless it is told otherwise', () => {
    expect(shellSettings(['earshot'])).toEqual({ locked: true, startPath: '' });
    expect(shellSettings(['earshot', '--windowed']).locked).toBe(false);
  });

  it('hands an enrolment code on, and nothing that is not one', () => {
    expect(shellSettings(['earshot', '--enrol=Ab3-_x']).startPath).toBe('#enrol=Ab3-_x');
    expect(shellSettings(['earshot', '--enrol=<script>']).startPath).toBe('');
  });
});
