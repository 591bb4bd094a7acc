/** The part of Electron's Input that decides. */
export interface KeyPress {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
}

const FUNCTION_KEY = /^F\d{1,2}$/;
const LEAVES = new Set([
  'BrowserBack',
  'BrowserForward',
  'BrowserHome',
  'BrowserRefresh',
  'BrowserSearch',
  'ContextMenu',
]);

/** With control or command: what a person who types a comment may do, and nothing of the window. */
const EDITING = new Set([
  'a',
  'c',
  'v',
  'x',
  'z',
  'y',
  'arrowleft',
  'arrowright',
  'backspace',
  'delete',
  'home',
  'end',
]);

/**
 * Whether a locked terminal swallows the key: everything that closes, reloads, zooms, prints, searches, leaves the page or opens
 * the developer tools. Typing, moving the focus and editing text stay. What the operating system keeps for itself
 * (Ctrl+Alt+Delete, the power key) never reaches a program: see docs/terminal.md for locking those.
 */
export function isLockedKey({ key, control, alt, meta, shift }: KeyPress): boolean {
  if (FUNCTION_KEY.test(key) || LEAVES.has(key)) return true;
  if (control && alt && key.length === 1) return false; // AltGr: how many layouts type letters.
  if (alt) return key.length !== 1;
  if (control || meta) return !(EDITING.has(key.toLowerCase()) && !(shift && key.toLowerCase() !== 'z'));
  return false;
}

/** A locked window closes for nobody but the shell that is shutting down. */
export const mayClose = (state: { readonly locked: boolean; readonly quitting: boolean }): boolean =>
  !state.locked || state.quitting;
