import { afterEach, describe, expect, it, vi } from 'vitest';
import { aResponse } from './aResponse.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { withinDeadline } from './withinDeadline.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a storage that fails', () => {
  it('gives up on a write that never settles, and works again afterwards', async () => {
    const storage = rehearsedDevice();
    await recordResponse(storage, aResponse());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hanging = withinDeadline(storage, () => new Promise<never>(() => undefined));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await hanging).toMatchObject({ ok: false, error: { kind: 'timedOut' } });
    vi.useRealTimers();
    expect(await recordResponse(storage, aResponse())).toMatchObject({ ok: true, value: { seq: 2 } });
  });

  it('opens anew after the browser has closed the database', async () => {
    const storage = rehearsedDevice();
    await recordResponse(storage, aResponse());
    storage.database.close();
    expect(await recordResponse(storage, aResponse())).toMatchObject({ ok: false, error: { kind: 'failed' } });
    expect(await recordResponse(storage, aResponse())).toMatchObject({ ok: true, value: { seq: 2 } });
  });

  it('says what failed, never what was answered', async () => {
    const storage = rehearsedDevice();
    const failed = await withinDeadline(storage, async () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(failed).toEqual({
      ok: false,
      error: { kind: 'failed', detail: 'UnknownError: Internal error opening backing store' },
    });
  });
});
