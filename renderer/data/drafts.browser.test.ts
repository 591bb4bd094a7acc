import { describe, expect, it } from 'vitest';
import { parseResponse } from '../../core/response/index.ts';
import { aResponse } from './aResponse.ts';
import { recordCutOffDrafts } from './recordCutOffDrafts.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { dropDraft, saveDraft } from './saveDraft.ts';

/** The same database as a page sees it that is loaded after the former one has ended. */
function startedAgain(former: ReturnType<typeof rehearsedDevice>) {
  const again = rehearsedDevice(former.database.name);
  return { again, endFormer: () => former.database.drafts.toCollection().modify({ tab: 'a tab that has ended' }) };
}

describe('a draft', () => {
  it('is one row, saved again after every answer', async () => {
    const storage = rehearsedDevice();
    const response = aResponse('2');
    await saveDraft(storage, response);
    await saveDraft(storage, { ...response, answers: { ...response.answers, '/data/comment': 'Cold' } });
    expect((await storage.database.drafts.toArray()).map((draft) => draft.response?.answers)).toEqual([
      { '/data/face': '2', '/data/comment': 'Cold' },
    ]);
    await dropDraft(storage, response.responseId);
    expect(await storage.database.drafts.count()).toBe(0);
  });

  it('of a person who was cut off becomes an interrupted response at the next start', async () => {
    const storage = rehearsedDevice();
    const response = aResponse('2');
    await saveDraft(storage, response);
    const { again, endFormer } = startedAgain(storage);
    await endFormer();
    expect(await recordCutOffDrafts(again)).toEqual({ ok: true, value: 1 });
    const row = await again.database.responses.get(1);
    expect(parseResponse(JSON.parse(row?.payload ?? ''))).toMatchObject({
      value: { responseId: response.responseId, endedBy: 'interrupted', answers: { '/data/face': '2' } },
    });
    expect(await again.database.drafts.count()).toBe(0);
    expect(await again.database.outbox.count()).toBe(1);
  });

  it('without an answer says nothing and goes', async () => {
    const storage = rehearsedDevice();
    await saveDraft(storage, aResponse('1', { answers: {} }));
    const { again, endFormer } = startedAgain(storage);
    await endFormer();
    expect(await recordCutOffDrafts(again)).toEqual({ ok: true, value: 0 });
    expect(await again.database.drafts.count()).toBe(0);
    expect(await again.database.responses.count()).toBe(0);
  });

  it('of a tab that lives is left alone', async () => {
    const storage = rehearsedDevice();
    await saveDraft(storage, aResponse());
    const { again } = startedAgain(storage);
    expect(await recordCutOffDrafts(again)).toEqual({ ok: true, value: 0 });
    expect(await recordCutOffDrafts(storage)).toEqual({ ok: true, value: 0 });
    expect(await storage.database.drafts.count()).toBe(1);
  });

  it('that comes late for a response already recorded makes no second one', async () => {
    const storage = rehearsedDevice();
    const response = aResponse('5');
    await recordResponse(storage, response);
    await saveDraft(storage, { ...response, endedBy: 'interrupted' });
    const { again, endFormer } = startedAgain(storage);
    await endFormer();
    expect(await recordCutOffDrafts(again)).toEqual({ ok: true, value: 0 });
    expect(await again.database.responses.count()).toBe(1);
    expect(await again.database.drafts.count()).toBe(0);
  });

  it('that cannot be read is set aside word for word', async () => {
    const storage = rehearsedDevice();
    const foreign = { responseId: 'x', tab: 'gone', savedAt: 1, response: { from: 'an older version' } };
    await storage.database.drafts.put(foreign as never);
    expect(await recordCutOffDrafts(storage)).toEqual({ ok: true, value: 0 });
    expect(await storage.database.setAside.toArray()).toMatchObject([{ from: 'drafts', row: foreign }]);
    expect(await storage.database.drafts.count()).toBe(0);
  });
});
