import { join } from 'node:path';

export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://kiosk`;
export const START = `${ORIGIN}/terminal/`;

const BASE = '/terminal/';
/** A name that can neither leave the folder nor mean something to the file system (drive, stream, device, hidden file). */
const PLAIN_NAME = /^(?!\.)[\w.-]+$/;

/**
 * The file of the built terminal that an address means, or null: another origin, a path outside `/terminal/`, any `..`, encoded or
 * not, and any name that is not plain. An address without an extension is a screen of the terminal, so it is its index.
 */
export function appFile(address: string, folder: string): string | null {
  const path = pathWithin(address);
  if (path === null) return null;
  const names = path.split('/').filter((name) => name !== '');
  if (!names.every((name) => PLAIN_NAME.test(name))) return null;
  const last = names.at(-1);
  return last?.includes('.') === true ? join(folder, ...names) : join(folder, 'index.html');
}

function pathWithin(address: string): string | null {
  if (!address.startsWith(`${ORIGIN}${BASE}`)) return null;
  const raw = address.slice(ORIGIN.length + BASE.length).replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(raw);
  } catch {
    return null; // A broken escape names no file.
  }
}
