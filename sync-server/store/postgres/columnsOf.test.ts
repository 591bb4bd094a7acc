import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RehearsedClock, newDatabase } from '../../testing/index.ts';
import { systemRandom } from '../../systemPorts.ts';
import { insertRows, openPostgresStore, type Store } from '../index.ts';

const ODD = [
  '',
  'plain',
  '"',
  '\\',
  '\\"',
  '{a,b}',
  'null',
  'NULL',
  ' x ',
  'a\nb\tc',
  "it's",
  'ж 😀',
  '\\x41',
];

const item = (index: number, payload: Buffer) => ({
  tenant_id: 'main',
  response_id: `r${String(index).padStart(4, '0')}`,
  rev: 1 + (index % 3),
  content_hash: ODD[index % ODD.length] ?? '',
  payload,
  conflict: 0,
  device_id: 'd',
  device_touchpoint_id: 't',
  store_epoch: 'e',
  seq: index,
  chain: ODD[(index + 1) % ODD.length] ?? '',
  batch_id: 'b',
  clock_offset: 10 - index,
  received_at: 1_770_000_000_000 + index,
  revoked: 0,
  source: 'file',
});
const bytes = (index: number): Buffer =>
  Buffer.from(Array.from({ length: index % 300 }, (_, at) => (at * 7 + index) % 256));

describe('rows that go to PostgreSQL as columns', () => {
  let store: Store;
  beforeEach(async () => {
    const opened = await openPostgresStore(await newDatabase(), new RehearsedClock(1), systemRandom);
    if (!opened.ok) throw new Error(opened.error);
    store = opened.value;
  });
  afterEach(() => store.close());

  it.each([1, 2, 1_000])('are the same rows afterwards, in their order: %i', async (count) => {
    const rows = Array.from({ length: count }, (_, index) => item(index, bytes(index)));
    await store.write((tx) => insertRows(tx, 'inbox', rows));
    const held = await store.read.selectFrom('inbox').selectAll().orderBy('arrival').execute();
    expect(held).toEqual(rows.map((row, index) => ({ arrival: index + 1, ...row })));
  });

  it('may have nothing in some rows, in all or in none, and nothing but the same', async () => {
    const comment = (index: number, face: number | null) => ({
      tenant_id: 'main',
      response_id: `r${String(index)}`,
      question: 'q',
      touchpoint_id: 't',
      survey_id: 's',
      text: 'the same',
      face,
      language: '',
      at: 5,
      flag: '',
    });
    const faces = [null, 3, null, 1, null, null, 2, 2];
    const rows = faces.map((face, index) => comment(index, face));
    for (const some of [rows.slice(0, 4), rows.slice(4, 6), rows.slice(6)])
      await store.write((tx) => insertRows(tx, 'comment', some));
    expect(await store.read.selectFrom('comment').selectAll().orderBy('response_id').execute()).toEqual(rows);
  });
});
