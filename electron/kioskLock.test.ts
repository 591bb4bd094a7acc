import { describe, expect, it } from 'vitest';
import { isLockedKey, mayClose } from './kioskLock.ts';

/** 'Control+Shift+I' as Electron tells it. */
const press = (chord: string) => {
  const parts = chord.split('+');
  return {
    type: 'keyDown',
    key: parts.at(-1) ?? '',
    control: parts.includes('Control'),
    alt: parts.includes('Alt'),
    meta: parts.includes('Meta'),
    shift: parts.includes('Shift'),
  };
};

describe('the lock of the terminal', () => {
  it.each([
    ...['Alt+F4', 'Control+w', 'Control+q', 'Meta+q', 'Control+Shift+W', 'Control+n', 'Control+t'],
    ...['F5', 'Control+r', 'Control+Shift+R', 'BrowserRefresh', 'Alt+ArrowLeft', 'BrowserBack', 'Alt+Home'],
    ...['F12', 'Control+Shift+I', 'Control+Shift+C', 'Control+Shift+J', 'Control+u'],
    ...['F11', 'Control+Tab', 'Control+p', 'Control+s', 'Control+f', 'Control++', 'Control+0', 'ContextMenu'],
    ...['Alt+Tab', 'Meta+m', 'Meta+h'],
  ])('swallows %s', (chord) => {
    expect(isLockedKey(press(chord))).toBe(true);
  });

  it.each([
    ...['a', 'Shift+A', 'ä', 'Enter', 'Tab', 'Shift+Tab', 'ArrowDown', ' ', 'Backspace', 'Escape'],
    ...['Control+c', 'Control+v', 'Control+z', 'Control+Shift+Z', 'Control+ArrowLeft', 'Meta+a'],
    ...['Control+Alt+q', 'Alt+ß'],
  ])('leaves %s to the person who answers', (chord) => {
    expect(isLockedKey(press(chord))).toBe(false);
  });

  it('lets a locked window close only when the shell is quitting', () => {
    expect(mayClose({ locked: true, quitting: false })).toBe(false);
    expect(mayClose({ locked: true, quitting: true })).toBe(true);
    expect(mayClose({ locked: false, quitting: false })).toBe(true);
  });
});
