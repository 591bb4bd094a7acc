import { describe, expect, it } from 'vitest';
import { readManifest, parseResponse, sealResponse, type Attachment, type Response } from './index.ts';

const photo: Attachment = {
  name: 'photo-1.jpg',
  mediaType: 'image/jpeg',
  bytes: 2_100_000,
  sha256: 'ab'.repeat(32),
};

const response: Response = {
  schema: 1,
  responseId: '017f22e2-79b0-7fff-bfff-ffffffffffff',
  rev: 1,
  surveyId: 's',
  questionnaireId: 'q',
  questionnaireVersion: '1',
  touchpointId: 't',
  deviceId: 'd',
  channel: 'terminal',
  language: 'lv',
  startedAt: 1,
  finishedAt: 2,
  timezone: 'Europe/Riga',
  endedBy: 'finished',
  answers: { '/data/photo': photo.name },
  paradata: [],
};

describe('T1 the manifest of a response', () => {
  it('is under its hash', () => {
    const hashOf = (...attachments: Attachment[]): string =>
      sealResponse({ ...response, attachments }).contentHash;
    expect(hashOf(photo)).not.toBe(sealResponse(response).contentHash);
    expect(hashOf(photo)).not.toBe(hashOf({ ...photo, bytes: photo.bytes + 1 }));
  });

  it('may be left out', () => {
    expect(readManifest(undefined)).toEqual([]);
    expect(parseResponse(response).ok).toBe(true);
  });

  it('takes what it names, under several names or with equal names in different responses', () => {
    const manifest = [photo, { ...photo, name: 'photo-2.jpg' }];
    expect(readManifest(manifest)).toEqual(manifest);
    expect(parseResponse({ ...response, attachments: manifest }).ok).toBe(true);
  });

  it.each([
    ['no list', { ...photo }],
    ['a name twice', [photo, { ...photo, sha256: 'cd'.repeat(32) }]],
    ['a path for a name', [{ ...photo, name: '../photo.jpg' }]],
    ['a path of Windows', [{ ...photo, name: 'a\\b.jpg' }]],
    ['no name', [{ ...photo, name: ' ' }]],
    ['a line in the name', [{ ...photo, name: 'a\nb' }]],
    ['a hash that is none', [{ ...photo, sha256: 'AB'.repeat(32) }]],
    ['a size that is none', [{ ...photo, bytes: 0 }]],
    ['more than an attachment may have', [{ ...photo, bytes: 1e12 }]],
    ['a media type that is none', [{ ...photo, mediaType: 'image/jpeg\r\nx: y' }]],
    [
      'more than a response may have',
      Array.from({ length: 101 }, (_, at) => ({ ...photo, name: `p${String(at)}` })),
    ],
  ])('is not taken with %s', (_what, manifest) => {
    expect(readManifest(manifest)).toBeNull();
    const parsed = parseResponse({ ...response, attachments: manifest });
    expect(parsed.ok ? '' : parsed.error).toContain('attachments');
  });
});
