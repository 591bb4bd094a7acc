import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { until } from '../until.ts';

/** What a client's process says. */
export type Heard =
  | { readonly kind: 'acknowledged' | 'finished'; readonly ids: readonly string[] }
  | { readonly kind: 'rewound'; readonly from: number; readonly to: number }
  | { readonly kind: 'trouble'; readonly detail: string };

/** Processes that push without end. */
export interface Clients {
  /** Ids of all responses that any of them was told are kept. */
  readonly acknowledged: ReadonlySet<string>;
  /** Each time that a server said it held less than it had acknowledged. */
  readonly rewound: readonly string[];
  /** Until so many more are acknowledged than now. */
  untilMore(count: number): Promise<void>;
  /** They record no more and send what waits; gives the ids of all that they ever recorded. */
  finish(): Promise<readonly string[]>;
  stop(): void;
}

const PATIENCE = 120_000;

/** A process for each code of enrolment. */
export async function startClients(origin: string, codes: readonly string[]): Promise<Clients> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-clients-'));
  const program = join(folder, 'client.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'queueingClient.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const acknowledged = new Set<string>();
  const finished: string[] = [];
  const rewound: string[] = [];
  const troubles: string[] = [];
  const hear = (heard: Heard): void => {
    if (heard.kind === 'rewound') rewound.push(`${String(heard.from)} to ${String(heard.to)}`);
    else if (heard.kind === 'trouble') troubles.push(heard.detail);
    else if (heard.kind === 'finished') finished.push(...heard.ids);
    else for (const id of heard.ids) acknowledged.add(id);
  };
  const children = codes.map((code) => fork(program, [origin, code]).on('message', hear));
  const untilMore = async (count: number): Promise<void> => {
    const enough = acknowledged.size + count;
    const what = `${String(count)} more are acknowledged`;
    await until(what, PATIENCE, () => {
      const gone = children.find(({ exitCode }) => exitCode !== null);
      if (gone !== undefined) throw new Error(`a client ended with ${String(gone.exitCode)}`);
      return acknowledged.size >= enough ? true : undefined;
    }).catch((error: unknown) => {
      throw new Error(
        `${what}: never; ${String(acknowledged.size)} are, last heard: ${troubles.slice(-8).join(' | ')}`,
        {
          cause: error,
        },
      );
    });
  };
  return {
    acknowledged,
    rewound,
    untilMore,
    async finish() {
      await Promise.all(children.map(lastWords));
      return finished;
    },
    stop() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function lastWords(child: ChildProcess): Promise<void> {
  const said = new Promise<void>((resolve) => {
    child.on('message', ({ kind }: Heard) => {
      if (kind === 'finished') resolve();
    });
  });
  child.send('finish');
  await Promise.race([
    said,
    once(child, 'exit').then(([code]) => {
      throw new Error(`a client ended with ${String(code)} before it had sent all`);
    }),
  ]);
}
