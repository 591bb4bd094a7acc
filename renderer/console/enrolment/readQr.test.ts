import { toString as qrCode } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { readQr } from './readQr.ts';

describe('reading the drawing of a QR code', () => {
  it('takes the lines of what the server draws', async () => {
    const drawing = readQr(
      await qrCode('https://example.com/terminal/#enrol=abc', { type: 'svg', margin: 2 }),
    );
    expect(drawing?.viewBox).toMatch(/^0 0 \d+ \d+$/);
    expect(drawing?.paths.some(({ stroke, d }) => stroke === '#000000' && d.length > 100)).toBe(true);
  });

  it('takes nothing but lines, and nothing from what is no drawing', () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><path d="M0 0h9"/></svg>';
    expect(readQr(svg)).toEqual({
      viewBox: '0 0 9 9',
      paths: [{ d: 'M0 0h9', fill: 'none', stroke: 'none' }],
    });
    expect(readQr('<p>no</p>')).toBeNull();
    expect(readQr('not even markup')).toBeNull();
  });
});
