import { describe, expect, it } from 'vitest';
import { parseEnvelope, parseResponse, type Attachment } from '../../core/response/index.ts';
import { openFile, openSealed } from '../../formats/sealed/index.ts';
import { makeKeyPair } from '../../formats/syncFile/index.ts';
import { aResponse } from '../data/aResponse.ts';
import { contentsOf, unsentAttachments } from '../data/attachments/unsentContents.ts';
import { recordCutOffDrafts } from '../data/recordCutOffDrafts.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { rehearsedDevice } from '../data/rehearsedDevice.ts';
import { saveDraft } from '../data/saveDraft.ts';
import { attachedFiles } from './attachedFiles.ts';
import { sealFor } from './sealFor.ts';

type Storage = ReturnType<typeof rehearsedDevice>;

const SEEN = 'What the photo shows, ';
/** More than two chunks. */
const PHOTO = new Blob([SEEN.repeat(30_000)], { type: 'image/jpeg' });
const { recipient, identity } = await makeKeyPair();

/** Everything that the database holds, bytes as well, as one text. */
async function allOf({ database }: Storage): Promise<string> {
  const rows = (await Promise.all(database.tables.map((table) => table.toArray()))).flat();
  const asText = (_: string, value: unknown): unknown =>
    value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value;
  return JSON.stringify(rows, asText);
}

/** Gives a photo as an answer. */
async function giving(storage: Storage, sealedTo?: readonly string[]) {
  const files = attachedFiles(storage);
  const name = await files.keeping(sealedTo)(PHOTO, 'photo');
  if (name === null) throw new Error('the photo was not kept');
  return { name, response: files.naming(aResponse('2', { answers: { '/data/photo': name } })) };
}

async function envelopeAt(storage: Storage, seq: number) {
  const row = await storage.database.responses.get(seq);
  const envelope = parseEnvelope(JSON.parse(row?.payload ?? ''));
  if (!envelope.ok) throw new Error(envelope.error);
  const text = await openSealed(envelope.value.sealed, [identity]);
  const inside = parseResponse(JSON.parse(text.ok ? text.value : ''));
  if (!inside.ok) throw new Error(inside.error);
  return { outside: envelope.value.attachments ?? [], inside: inside.value };
}

/** What would travel, opened. */
async function travelling(storage: Storage, { bytes }: Attachment): Promise<string> {
  for await (const [only] of contentsOf(storage, await unsentAttachments(storage))) {
    const parts = [];
    for await (const part of only?.read() ?? []) parts.push(part);
    const opened = await openFile(new Blob(parts).stream(), [identity], bytes);
    if (!opened.ok) throw new Error(opened.error);
    const plain = [];
    for await (const part of opened.value) plain.push(new Uint8Array(part));
    return new Blob(plain).text();
  }
  throw new Error('nothing travels');
}

describe('a file of a sealed survey', () => {
  it('[K10] [K11] lies on the device as an age file alone; what it is, only its response says, inside', async () => {
    const storage = rehearsedDevice();
    const { name, response } = await giving(storage, [recipient]);
    const [plain] = response.attachments ?? [];
    const revealing = [SEEN, name, plain?.sha256 ?? '', 'image/jpeg', '"bytes":660000'];
    const seal = sealFor([recipient]);
    await saveDraft(storage, { ...response, endedBy: 'interrupted' }, seal);
    expect(await storage.database.drafts.count()).toBe(1);
    for (const word of revealing) expect(await allOf(storage)).not.toContain(word);
    expect(await recordResponse(storage, response, seal)).toMatchObject({ ok: true, value: { seq: 1 } });
    for (const word of revealing) expect(await allOf(storage)).not.toContain(word);
    const { outside, inside } = await envelopeAt(storage, 1);
    expect(inside).toEqual(response);
    expect(outside).toEqual([plain?.sealedAs]);
    expect(outside).toMatchObject([{ mediaType: 'application/octet-stream' }]);
    expect(outside[0]?.name).toMatch(/^[0-9a-f-]{36}\.age$/);
    if (plain === undefined) throw new Error('the response names no file');
    expect(await travelling(storage, plain)).toBe(await PHOTO.text());
  });

  it('[K10] a control: one of a survey that is not sealed would be found', async () => {
    const storage = rehearsedDevice();
    const { name, response } = await giving(storage);
    await recordResponse(storage, response);
    for (const word of [SEEN, name, response.attachments?.[0]?.sha256 ?? '?'])
      expect(await allOf(storage)).toContain(word);
    expect(response.attachments?.[0]?.sealedAs).toBeUndefined();
  });

  it('[K10] goes with a response that was cut off', async () => {
    const storage = rehearsedDevice();
    const { response } = await giving(storage, [recipient]);
    await saveDraft(storage, { ...response, endedBy: 'interrupted' }, sealFor([recipient]));
    const again = rehearsedDevice(storage.database.name);
    await again.database.drafts.toCollection().modify({ tab: 'a tab that has ended' });
    expect(await recordCutOffDrafts(again)).toEqual({ ok: true, value: 1 });
    const { outside } = await envelopeAt(again, 1);
    expect(await again.database.attachments.toArray()).toMatchObject(
      outside.map((one) => ({ ...one, seq: 1 })),
    );
    expect(await allOf(again)).not.toContain(SEEN);
  });
});
