// @vitest-environment node
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gzip } from '../transport/gzip.ts';
import { deviceNetwork } from './deviceNetwork.ts';

const frame = {
  protocol: 1,
  batchId: 'b',
  deviceId: 'd',
  storeEpoch: 'e',
  firstSeq: 1,
  brief: true,
} as const;
const itemOf = (seq: number) => ({ responseId: `r${seq}`, payload: '{"a":"Ļoti labi \\" ]}"}' });

describe('what lies packed on the device', () => {
  it.each([[[[1, 2], [3]]], [[[1]]], [[[1], [2], [3, 4, 5]]]])(
    'F3 crosses the wire as one gzip body of one batch: %j',
    async (parts) => {
      const members = await Promise.all(
        parts.map((part) => gzip(part.map((seq) => JSON.stringify(itemOf(seq))).join(','))),
      );
      const network = deviceNetwork('', 'd');
      const body = await network.packAround(
        frame,
        members.map(({ buffer }) => buffer),
      );
      expect(JSON.parse(gunzipSync(body).toString('utf8'))).toEqual({
        ...frame,
        items: parts.flat().map(itemOf),
      });
    },
  );
});
