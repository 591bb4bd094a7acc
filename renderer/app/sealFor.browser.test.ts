import { describe, expect, it } from 'vitest';
import { parseEnvelope, parseResponse } from '../../core/response/index.ts';
import { openSealed } from '../../formats/sealed/index.ts';
import { makeKeyPair } from '../../formats/syncFile/index.ts';
import { aResponse } from '../data/aResponse.ts';
import { recordCutOffDrafts } from '../data/recordCutOffDrafts.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { rehearsedDevice } from '../data/rehearsedDevice.ts';
import { saveDraft } from '../data/saveDraft.ts';
import { sealFor } from './sealFor.ts';

type Storage = ReturnType<typeof rehearsedDevice>;

const SAID = 'Nobody but head office is to read this';
const { recipient, identity } = await makeKeyPair();

/** Everything that the database holds, as one text. */
async function allOf({ database }: Storage): Promise<string> {
  const tables = await Promise.all(database.tables.map((table) => table.toArray()));
  return JSON.stringify(tables);
}

async function openedAt(storage: Storage, seq: number) {
  const row = await storage.database.responses.get(seq);
  const envelope = parseEnvelope(JSON.parse(row?.payload ?? ''));
  if (!envelope.ok) throw new Error(envelope.error);
  const opened = await openSealed(envelope.value.sealed, [identity]);
  return opened.ok ? parseResponse(JSON.parse(opened.value)) : opened;
}

const saying = () => aResponse('2', { answers: { '/data/face': '2', '/data/comment': SAID } });

describe('a response of a sealed survey', () => {
  it('K2 is kept as an envelope that the project can open, and nowhere as a text', async () => {
    const storage = rehearsedDevice();
    const response = saying();
    const seal = sealFor([recipient]);
    await saveDraft(storage, { ...response, endedBy: 'interrupted' }, seal);
    expect(await allOf(storage)).toContain(response.responseId);
    expect(await allOf(storage)).not.toContain(SAID);
    expect(await recordResponse(storage, response, seal)).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(await allOf(storage)).not.toContain(SAID);
    expect(await storage.database.drafts.count()).toBe(0);
    expect(await openedAt(storage, 1)).toEqual({ ok: true, value: response });
  });

  it('K4 recorded once more is where it was; with another answer it is the next revision', async () => {
    const storage = rehearsedDevice();
    const response = saying();
    const seal = sealFor([recipient]);
    const first = await recordResponse(storage, response, seal);
    expect(await recordResponse(storage, { ...response }, seal)).toEqual(first);
    const other = { ...response, answers: { '/data/face': '5' } };
    const second = await recordResponse(storage, other, seal);
    expect(second).toMatchObject({ ok: true, value: { seq: 2, rev: 2 } });
    expect(await recordResponse(storage, other, seal)).toEqual(second);
    expect(await openedAt(storage, 2)).toEqual({ ok: true, value: { ...other, rev: 2 } });
  });

  it('K5 that was cut off is recorded as interrupted by whoever starts next, unread', async () => {
    const storage = rehearsedDevice();
    const cutOff = { ...saying(), endedBy: 'interrupted' as const };
    await saveDraft(storage, cutOff, sealFor([recipient]));
    const again = rehearsedDevice(storage.database.name);
    await again.database.drafts.toCollection().modify({ tab: 'a tab that has ended' });
    expect(await recordCutOffDrafts(again)).toEqual({ ok: true, value: 1 });
    expect(await recordCutOffDrafts(again)).toEqual({ ok: true, value: 0 });
    expect(await again.database.drafts.count()).toBe(0);
    expect(await openedAt(again, 1)).toEqual({ ok: true, value: cutOff });
    expect(await allOf(again)).not.toContain(SAID);
  });

  it('K5 that says nothing any more leaves no draft', async () => {
    const storage = rehearsedDevice();
    const response = saying();
    const seal = sealFor([recipient]);
    await saveDraft(storage, response, seal);
    await saveDraft(storage, { ...response, answers: {} }, seal);
    expect(await storage.database.drafts.count()).toBe(0);
  });
});
