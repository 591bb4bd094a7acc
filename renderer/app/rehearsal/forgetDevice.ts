import { Dexie } from 'dexie';
import type { Device } from './deviceLife.ts';

const PAUSE = 20;

/** Nothing of it stays in the browser. The files of a worker that was ended are let go of a moment later. */
export async function forgetDevice({ name }: Device): Promise<void> {
  void Dexie.delete(name);
  const root = await navigator.storage.getDirectory();
  for (;;) {
    try {
      await root.removeEntry('journal', { recursive: true });
    } catch (error) {
      const named = error instanceof DOMException ? error.name : '';
      if (named === 'NotFoundError') return;
      if (named !== 'NoModificationAllowedError') throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
