import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PushItem } from '../../../core/protocol/index.ts';
import { createEnrolment } from '../../devices/index.ts';
import { openPostgresStore, type Store } from '../../store/index.ts';
import { systemClock, systemRandom } from '../../systemPorts.ts';
import { TestDevice, newDatabase, sampleResponse } from '../../testing/index.ts';

/** Within the project, so that the packages are found from there. */
const PROGRAM = join(
  import.meta.dirname,
  '../../../node_modules/.cache',
  `several-${String(process.pid)}.mjs`,
);
const DEVICES = 3;
const RESPONSES = 60;
const BATCH = 12;

interface Node {
  readonly child: ChildProcess;
  readonly origin: string;
}

describe('several servers on one PostgreSQL', () => {
  let folder: string;
  let store: Store;
  let nodes: readonly Node[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
    buildSync({
      entryPoints: [join(import.meta.dirname, '../../main.ts')],
      outfile: PROGRAM,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
    const url = await newDatabase();
    nodes = await Promise.all(['one', 'two'].map((name) => start(url, join(folder, name))));
    const opened = await openPostgresStore(url, systemClock, systemRandom);
    if (!opened.ok) throw new Error(opened.error);
    store = opened.value;
  });
  afterAll(async () => {
    for (const { child } of nodes) child.kill('SIGKILL');
    await store.close();
    rmSync(PROGRAM);
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (table: 'inbox' | 'response') => {
    const { rows } = await store.read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return rows;
  };

  async function counted(): Promise<number> {
    const { sum } = await store.read
      .selectFrom('counter')
      .where('question', '=', '')
      .select(({ fn }) => fn.sum<number>('count').as('sum'))
      .executeTakeFirstOrThrow();
    return sum;
  }

  it('count a batch once that comes to two of them at the same time', async () => {
    const twins = await Promise.all(Array.from({ length: DEVICES }, () => enrol(store, nodes)));
    const verdicts = await Promise.all(
      twins.map(async (twin) => {
        const batches = sealBatches(twin[0]);
        return (
          await Promise.all(batches.flatMap((batch) => twin.map((device) => insist(device, batch))))
        ).flat();
      }),
    );
    const all = DEVICES * RESPONSES;
    const stored = verdicts.flat().filter((verdict) => verdict === 'stored');
    expect(stored).toHaveLength(all);
    expect(verdicts.flat().filter((verdict) => verdict === 'duplicate')).toHaveLength(all);
    expect([await count('inbox'), await count('response'), await counted()]).toEqual([all, all, all]);
    const ranges = await store.read.selectFrom('device_range').select(['from_seq', 'to_seq']).execute();
    expect(ranges).toEqual(Array.from({ length: DEVICES }, () => ({ from_seq: 1, to_seq: RESPONSES })));
  });

  it('keep what the other one acknowledged before it was killed', async () => {
    const before = await count('inbox');
    const twin = await enrol(store, nodes);
    const [here, there] = twin;
    const acknowledged = new Set<string>();
    const sent = sealBatches(here).map(async (batch, index) => {
      const pushed = there.push(batch);
      if (index === 1) void pushed.then(() => nodes[1]?.child.kill('SIGKILL'));
      const reply = await pushed.catch(() => null);
      for (const item of reply?.body.items ?? []) acknowledged.add(item.responseId);
      return insist(here, batch);
    });
    await Promise.all(sent);
    expect(acknowledged.size).toBeGreaterThan(0);
    const rows = await store.read.selectFrom('inbox').select('response_id').execute();
    const held = new Set(rows.map((row) => row.response_id));
    expect([...acknowledged].filter((id) => !held.has(id))).toEqual([]);
    expect([await count('inbox'), await counted()]).toEqual([before + RESPONSES, before + RESPONSES]);
  });
});

function sealBatches(device: TestDevice): readonly (readonly PushItem[])[] {
  const items = Array.from({ length: RESPONSES }, (_, index) =>
    device.seal(sampleResponse({ face: 1 + (index % 5), deviceId: device.deviceId })),
  );
  return Array.from({ length: RESPONSES / BATCH }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** A device enrolled at the first server and known to both. A server that is late with its work may turn it away; then it asks again. */
async function enrol(store: Store, [one, two]: readonly Node[]): Promise<readonly [TestDevice, TestDevice]> {
  if (one === undefined || two === undefined) throw new Error('two servers were started');
  const { code } = await store.write((tx) => createEnrolment(tx, 'sample', systemClock.now(), systemRandom));
  const device = await TestDevice.make(one.origin);
  await until(async () => (await device.enrol(code)).status === 200);
  return [await device.at(one.origin), await device.at(two.origin)];
}

/** The verdicts of a server that is alive. */
async function insist(device: TestDevice, batch: readonly PushItem[]): Promise<readonly string[]> {
  let verdicts: readonly string[] = [];
  await until(async () => {
    if (device.token === '') await device.hello();
    const { status, body } = await device.push(batch);
    if (status === 200) verdicts = body.items.map(({ verdict }) => verdict);
    return status === 200;
  });
  return verdicts;
}

const until = (done: () => Promise<boolean>): Promise<void> =>
  vi.waitFor(
    async () => {
      if (!(await done())) throw new Error('it never came to be');
    },
    { timeout: 50_000 },
  );

function start(url: string, folder: string): Promise<Node> {
  const child = spawn(process.execPath, [PROGRAM, '--port', '0', '--data', folder], {
    env: { ...process.env, DATABASE_URL: url },
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: string): void => {
      said += text;
      const origin = /(http:\S+)\/terminal\/#enrol=/.exec(said)?.[1];
      if (said.includes('Ctrl-C') && origin !== undefined) resolve({ child, origin });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('exit', () => {
      reject(new Error(`ended early: ${said}`));
    });
  });
}
