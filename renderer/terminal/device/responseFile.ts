import type { AsideContents } from '../../data/aside/readAside.ts';
import type { ResponseRow } from '../../data/deviceDatabase.ts';

/** What a response says, its place in its device's sequence, its hash, and the very text that was hashed. */
function factsOf({ seq, responseId, rev, contentHash, chain, recordedAt, payload }: ResponseRow): object {
  return { seq, responseId, rev, contentHash, chain, recordedAt, response: parsed(payload), payload };
}

/** `null`: the text is not JSON. */
export function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return null;
  }
}

function asideFacts({ setAsideAt, state, former, row, raw }: AsideContents): object {
  return { setAside: state, setAsideAt, ...former, ...(row === null ? { raw } : factsOf(row)) };
}

export const saveResponse = (row: ResponseRow): void => saveFile(nameOf(row), factsOf(row));

export const saveAside = (contents: AsideContents): void =>
  saveFile(contents.row === null ? 'set-aside' : `set-aside-${nameOf(contents.row)}`, asideFacts(contents));

export const saveAllAside = (all: readonly AsideContents[]): void =>
  saveFile('set-aside', { setAside: all.map(asideFacts) });

const nameOf = ({ seq, responseId }: ResponseRow): string => `response-${String(seq)}-${responseId}`;

/** Hands it to whoever stands there, as a file of JSON. */
function saveFile(name: string, contents: object): void {
  const file = new Blob([JSON.stringify(contents, withBytes, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${name}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** What lies packed would be an empty object in JSON. */
const withBytes = (_: string, value: unknown): unknown =>
  value instanceof ArrayBuffer ? { bytes: [...new Uint8Array(value)] } : value;
