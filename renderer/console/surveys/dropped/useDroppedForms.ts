import { useRef, useState } from 'react';
import type { PublishReply } from '../../../../core/protocol/index.ts';
import type { CheckedForm } from '../../../../formats/check/checkForms.ts';
import type { ReadingFailure } from '../../reading/formReader.ts';
import { useConsole } from '../../settings/consoleContext.ts';

/** A checked form, or a file that gave none, as it stands in the list. */
export type Dropped =
  | {
      readonly key: string;
      readonly kind: 'form';
      readonly form: CheckedForm;
      readonly published: PublishReply | null;
    }
  | {
      readonly key: string;
      readonly kind: 'none';
      readonly file: string;
      readonly why: ReadingFailure | 'unclaimed';
    };

export interface DroppedForms {
  /** Latest first. */
  readonly entries: readonly Dropped[];
  /** Names of the files that are being read or wait for it; null while nothing is. */
  readonly reading: string | null;
  readonly take: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  readonly markPublished: (key: string, published: PublishReply) => void;
}

const nameOf = (entry: Dropped): string => (entry.kind === 'form' ? entry.form.file : entry.file);

let made = 0;
const newKey = (): string => `dropped-${(made += 1).toString()}`;

/** What was dropped since the screen was opened. A file dropped again takes the place of what was said of it before. */
export function useDroppedForms(): DroppedForms {
  const { readForms } = useConsole();
  const [entries, setEntries] = useState<readonly Dropped[]>([]);
  const [unread, setUnread] = useState<readonly string[]>([]);
  const queue = useRef(Promise.resolve());
  const add = (entry: Dropped): void =>
    setEntries((before) => [entry, ...before.filter((other) => nameOf(other) !== nameOf(entry))]);
  const addNone = (file: string, why: ReadingFailure | 'unclaimed'): void =>
    add({ key: newKey(), kind: 'none', file, why });

  const read = async (files: readonly File[]): Promise<void> => {
    const left = new Set(files.map(({ name }) => name));
    try {
      const contents = await Promise.all(
        files.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
      );
      const outcome = await readForms(contents, (form) => {
        for (const name of [form.file, ...form.carried]) left.delete(name);
        add({ key: newKey(), kind: 'form', form, published: null });
      });
      if (outcome.ok) for (const file of outcome.value.unclaimed) addNone(file, 'unclaimed');
      else for (const file of left) addNone(file, outcome.error);
    } catch {
      for (const file of left) addNone(file, 'failed');
    } finally {
      setUnread((before) => before.slice(files.length));
    }
  };
  return {
    entries,
    reading: unread.length === 0 ? null : unread.join(', '),
    take: (files) => {
      if (files.length === 0) return;
      setUnread((before) => [...before, ...files.map(({ name }) => name)]);
      // One drop after the other: what comes while files are read waits its turn.
      queue.current = queue.current.then(() => read(files));
    },
    remove: (key) => setEntries((before) => before.filter((entry) => entry.key !== key)),
    markPublished: (key, published) =>
      setEntries((before) =>
        before.map((entry) => (entry.key === key && entry.kind === 'form' ? { ...entry, published } : entry)),
      ),
  };
}
