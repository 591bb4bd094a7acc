import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { ImportReport } from '../../../core/protocol/index.ts';

/** What came of one file, and how the store stands then. */
export interface TakenIn {
  readonly report: ImportReport;
  readonly hasReceipt: boolean;
  /** What `earshot verify` has to say of the data. */
  readonly findings: readonly string[];
  readonly responses: readonly {
    readonly responseId: string;
    readonly contentHash: string;
    readonly conflict: number;
  }[];
  readonly photos: readonly string[];
}

/** `earshot import` in a process of its own, whose memory is its own. */
export class SeparateImporter {
  readonly #program: string;
  readonly #child: ChildProcess;
  readonly #said: AsyncIterator<string>;
  readonly #file: string;
  peakMegabytes = 0;

  /** `scratch`: where files and data may lie; `folder`: the data folder that each file meets. */
  static async start(scratch: string, folder: string): Promise<SeparateImporter> {
    // Inside the repository, so that the program finds its packages.
    const program = mkdtempSync(join(import.meta.dirname, '../../../node_modules/.import-'));
    await build({
      entryPoints: {
        importEach: join(import.meta.dirname, 'importEach.ts'),
        sqliteThread: join(import.meta.dirname, '../../store/sqlite/sqliteThread.mjs'),
      },
      outdir: program,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
    });
    return new SeparateImporter(scratch, folder, program);
  }

  private constructor(scratch: string, folder: string, program: string) {
    this.#program = program;
    this.#file = join(scratch, 'spoiled.earshot');
    const child = spawn(process.execPath, [join(program, 'importEach.mjs'), folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.#said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  async takeIn(bytes: Uint8Array): Promise<TakenIn> {
    writeFileSync(this.#file, bytes);
    this.#child.stdin?.write(`${this.#file}\n`);
    const said = await this.#said.next();
    if (said.done === true) throw new Error('the importer has ended');
    const { peakMegabytes, ...taken } = JSON.parse(said.value) as TakenIn & { peakMegabytes: number };
    this.peakMegabytes = peakMegabytes;
    return taken;
  }

  async end(): Promise<void> {
    this.#child.stdin?.end();
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
    rmSync(this.#program, { recursive: true });
  }
}
