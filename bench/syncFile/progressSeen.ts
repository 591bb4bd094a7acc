import type { SaveProgress } from '../../renderer/syncFile/saveSyncFile.ts';
import type { ProgressTold } from './told.ts';

/** Hears what a person is told while a file is saved, and how much was written by then. */
export class ProgressSeen {
  readonly #heard: { readonly said: SaveProgress; readonly written: number }[] = [];

  hear(said: SaveProgress, written: number): void {
    this.#heard.push({ said, written });
  }

  get photoBytes(): number {
    return this.#heard[0]?.said.allBytes ?? 0;
  }

  /** Of a file of so many bytes. */
  told(fileBytes: number): ProgressTold {
    const heard = this.#heard;
    const [first, last] = [heard[0], heard.at(-1)];
    if (first === undefined || last === undefined) throw new Error('nothing was told');
    const { said } = last;
    const begun = heard.find(({ said: { bytes } }) => bytes > 0) ?? last;
    const withPhotos = heard.filter(({ said: { bytes } }) => bytes > 0);
    const offs = withPhotos.map(({ said: { bytes, allBytes }, written }) => {
      const share = (written - begun.written) / (fileBytes - begun.written);
      return 100 * Math.abs(bytes / allBytes - share);
    });
    return {
      words: heard.length,
      wentBack: heard.filter(({ said: now }, at) => {
        const before = heard[at - 1]?.said ?? now;
        return now.bytes < before.bytes || now.responses < before.responses;
      }).length,
      reachedTheEnd:
        said.isChecking &&
        said.bytes === said.allBytes &&
        said.responses === said.allResponses &&
        said.allBytes === first.said.allBytes &&
        said.allResponses === first.said.allResponses,
      offBy: Math.max(0, ...offs),
    };
  }
}
