import type { Ballast } from './ballast.ts';
import { JournalRing } from './journalRing.ts';
import { isNamed, makeSegment, openSegments, SEGMENT_BYTES } from './opfsFiles.ts';
import type { FoundSegments, OpfsSegment } from './opfsFiles.ts';

const FIRST_SEGMENTS = 8;
const LEAST_SPARE = 2;
/** Free beside a new segment: its name is a write into a list that must never find the disk full. */
const MARGIN_BYTES = 1024 * 1024;
const CHUNK = 200;
/** Former versions filled segments to the end, without room for an index. */
const MORE = 1.01;

/** The ring and the files that it is made of: as many as it needs, and no new name on a disk without room. */
export class JournalFiles {
  readonly ring: JournalRing;
  readonly #ballast: Ballast;
  readonly #files: OpfsSegment[];
  readonly #unmade: number[];
  #next: number;

  private constructor(ballast: Ballast, { files, unmade }: FoundSegments) {
    this.#ballast = ballast;
    this.#files = [...files];
    this.#unmade = [...unmade];
    this.#next = Math.max(...unmade);
    this.ring = new JournalRing(files);
  }

  static async open(ballast: Ballast): Promise<JournalFiles> {
    const opened = new JournalFiles(ballast, await openSegments());
    if (opened.#files.length === 0) await opened.grow();
    return opened;
  }

  /** Empty ones under other names, for Chromium lets no file be opened under a name that an open one has lost. */
  static instead(former: JournalFiles, ballast: Ballast): JournalFiles {
    return new JournalFiles(ballast, { files: [], unmade: [former.#next] });
  }

  get wantsMore(): boolean {
    return this.#files.length < FIRST_SEGMENTS || this.ring.spare < LEAST_SPARE;
  }

  /** One more segment. Rejects where there is no room. */
  async grow(): Promise<void> {
    if (!this.#ballast.hasRoom(SEGMENT_BYTES + MARGIN_BYTES)) throw new Error('no room for another segment');
    const number = this.#unmade[0] ?? this.#next;
    const made = await makeSegment(number);
    this.#unmade.shift();
    this.#next = Math.max(this.#next, number + 1);
    this.#files.push(made);
    this.ring.add(made);
  }

  /** Will a later start find what is written here? */
  async stands(): Promise<boolean> {
    const [first] = this.#files;
    return first === undefined || isNamed(first);
  }

  /** Enough to hold everything that `former` holds? Ends of segments stay empty, so somewhat more than it uses. */
  suffices(former: JournalFiles): boolean {
    const used = former.#files.length - former.ring.spare;
    return this.#files.length > used * MORE + 1;
  }

  takeOver(former: JournalFiles): void {
    for (const { storeEpoch, unreleased } of former.ring.summary().epochs) {
      for (const { from, to } of unreleased) {
        for (let at = from; at <= to; at += CHUNK) {
          this.ring.append(former.ring.read(storeEpoch, [{ from: at, to: Math.min(to, at + CHUNK - 1) }]));
        }
      }
    }
    for (const file of former.#files) file.empty();
  }
}
