import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, makeUuidV7, ok } from '../../../core/kernel/index.ts';
import { aResponse } from '../../data/aResponse.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { openDeviceStorage } from '../../data/openDeviceStorage.ts';
import { recordResponse } from '../../data/recordResponse.ts';
import { systemClock, systemRandom } from '../../platform/systemPorts.ts';
import { Reenrolment } from './Reenrolment.tsx';

type Enrol = Parameters<typeof Reenrolment>[0]['enrol'];

const DEVICE = {
  enrolment: {
    serverId: 's',
    deviceId: 'd',
    deviceName: 'Till 1',
    devicePin: '123456',
    enrolledAt: 0,
    code: 'former',
  },
  touchpoint: { touchpointId: 't', name: 'Gate B12', timezone: 'Europe/Riga' },
  survey: { surveyId: 'v', questionnaireId: 'q', questionnaireVersion: '1', definition: {} },
};

describe("another enrolment's link on a terminal that is one already", () => {
  let storage: DeviceStorage;
  beforeEach(() => {
    const ports = { clock: systemClock, random: systemRandom };
    storage = openDeviceStorage(ports, `test-${makeUuidV7(Date.now(), systemRandom)}`);
    document.documentElement.lang = 'en';
  });
  afterEach(async () => {
    cleanup();
    vi.useRealTimers();
    await storage.database.delete();
  });
  const ask = (enrol: Enrol) => {
    const onStay = vi.fn();
    render(<Reenrolment device={DEVICE} storage={storage} code="fresh" enrol={enrol} onStay={onStay} />);
    return onStay;
  };
  const button = (name: string) => screen.getByRole('button', { name });

  it('says whose the terminal is, what waits and what becomes of it, and enrols only when told to', async () => {
    await recordResponse(storage, aResponse());
    await recordResponse(storage, aResponse());
    const enrol = vi.fn<Enrol>(async () => ok(undefined));
    const onStay = ask(enrol);
    expect(await screen.findByText('2 responses wait to be sent.')).toBeDefined();
    expect(screen.getByText(/belongs to Gate B12, as Till 1\.$/)).toBeDefined();
    expect(
      screen.getByText(
        /^None of them is lost\. If the link is from the same server as before, they are sent there/,
      ),
    ).toBeDefined();
    expect(enrol).not.toHaveBeenCalled();
    fireEvent.click(button('Enrol anew'));
    expect(enrol.mock.calls).toEqual([['fresh']]);
    expect(onStay).not.toHaveBeenCalled();
  });

  it('stays as it was when told to, and when nobody touches it for a minute', async () => {
    const enrol = vi.fn<Enrol>(async () => ok(undefined));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const onStay = ask(enrol);
    vi.advanceTimersByTime(50_000);
    fireEvent.pointerDown(document.body);
    vi.advanceTimersByTime(59_999);
    expect(onStay).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onStay).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
    fireEvent.click(button('Stay'));
    expect(onStay).toHaveBeenCalledTimes(2);
    expect(enrol).not.toHaveBeenCalled();
  });

  it('says why it could not, and tries the same code again only where that can help', async () => {
    const enrol = vi
      .fn<Enrol>()
      .mockResolvedValueOnce(err({ kind: 'unreachable', detail: '' }))
      .mockResolvedValueOnce(err({ kind: 'codeInvalid', detail: '' }));
    ask(enrol);
    await screen.findByText('Nothing waits to be sent.');
    fireEvent.click(button('Enrol anew'));
    expect(await screen.findByText('The server cannot be reached.')).toBeDefined();
    fireEvent.click(button('Try again'));
    expect(await screen.findByText('The code is unknown, already used or expired.')).toBeDefined();
    expect(screen.getByRole('heading').textContent).toBe('This terminal stays as it was');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Stay']);
  });
});
