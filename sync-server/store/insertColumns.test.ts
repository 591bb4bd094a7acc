import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RehearsedClock, openTestStore } from '../testing/index.ts';
import { insertColumns } from './index.ts';

/** More than go into one statement, and a rest. */
const ROWS = 133;
const TEXTS = ['{"a":"ā😀"}', '', 'half \ud800 a pair', 'a NUL \0 within', '{"plain":1}'];

it('rows that are given by columns are kept as they are, texts as their UTF-8 bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  const store = await openTestStore(folder, new RehearsedClock(0));
  const indexes = Array.from({ length: ROWS }, (_, index) => index);
  const texts = indexes.map((index) => TEXTS[index % TEXTS.length] ?? '');
  const ids = indexes.map((index) => `id ${String(index)}`);
  await store.write((tx) =>
    insertColumns(tx, 'inbox', ROWS, {
      tenant_id: { all: 'main' },
      response_id: { each: ids },
      rev: { all: 1 },
      content_hash: { all: 'hash' },
      payload: { bytesOf: texts },
      conflict: { all: 0 },
      device_id: { all: 'device' },
      device_touchpoint_id: { all: 'sample' },
      store_epoch: { all: 'epoch' },
      seq: { each: indexes },
      chain: { all: '' },
      batch_id: { all: 'batch' },
      clock_offset: { each: indexes.map((index) => 2 ** 52 - index) },
      received_at: { all: 1 },
      revoked: { each: indexes.map((index) => index % 2) },
    }),
  );
  await store.write((tx) =>
    insertColumns(tx, 'comment', 2, {
      tenant_id: { all: 'main' },
      response_id: { each: ['one', 'two'] },
      question: { all: '/data/comment' },
      touchpoint_id: { all: 'sample' },
      survey_id: { all: 'sample' },
      text: { each: ['ā', 'plain'] },
      face: { each: [null, 3] },
      language: { all: 'en' },
      at: { all: 1 },
    }),
  );
  const kept = await store.read.selectFrom('inbox').selectAll().orderBy('seq').execute();
  expect(kept.map((row) => row.response_id)).toEqual(ids);
  expect(kept.map((row) => row.payload.toString('hex'))).toEqual(
    texts.map((text) => Buffer.from(text, 'utf8').toString('hex')),
  );
  expect(kept.map((row) => row.clock_offset)).toEqual(indexes.map((index) => 2 ** 52 - index));
  expect(kept.map((row) => row.revoked)).toEqual(indexes.map((index) => index % 2));
  expect(kept.every((row) => row.device_id === 'device' && row.batch_id === 'batch')).toBe(true);
  const faces = await store.read.selectFrom('comment').select('face').orderBy('response_id').execute();
  expect(faces).toEqual([{ face: null }, { face: 3 }]);
  await store.close();
  rmSync(folder, { recursive: true });
});
