import { describe, expect, it } from 'vitest';
import { questionTypeOf } from '../index.ts';

const riga = { latitude: 56.9496, longitude: 24.1052, altitude: 10, accuracy: 4.5 };
const corner = (latitude: number, longitude: number) => ({ latitude, longitude, altitude: 0, accuracy: 0 });

describe.each(['geopoint', 'start-geopoint', 'background-geopoint'] as const)('%s', (name) => {
  const { decode, encode, flatColumns, flatCells } = questionTypeOf(name);

  it('is latitude, longitude, altitude and accuracy', () => {
    expect(decode('56.9496 24.1052 10 4.5')).toEqual({ ok: true, value: riga });
    expect(encode(riga)).toBe('56.9496 24.1052 10 4.5');
    expect(decode('56.9496 24.1052')).toEqual({ ok: true, value: corner(56.9496, 24.1052) });
  });

  it.each(['91 0', '0 181', '1', '1 2 3 4 5', 'a b', '0 0 0 -1', '1,2'])('refuses %s', (text) => {
    expect(decode(text)).toEqual({ ok: false, error: { code: 'malformed' } });
  });

  it('is exported as four numbers', () => {
    expect(flatColumns({ name: 'q' }, []).map(({ suffix }) => suffix)).toEqual([
      'latitude',
      'longitude',
      'altitude',
      'accuracy',
    ]);
    expect(flatCells(riga, { name: 'q' }, [])).toEqual([56.9496, 24.1052, 10, 4.5]);
  });
});

describe('geotrace', () => {
  const { decode, encode, validate } = questionTypeOf('geotrace');

  it('is a line of points', () => {
    const line = [corner(0, 0), corner(0, 1)];
    expect(decode('0 0 0 0; 0 1 0 0;')).toEqual({ ok: true, value: line });
    expect(encode(line)).toBe('0 0 0 0; 0 1 0 0');
    expect(validate(line, { name: 'q' }, [])).toEqual([]);
  });

  it('needs two points', () => {
    expect(validate([corner(0, 0)], { name: 'q' }, [])).toEqual([{ code: 'tooFewPoints', limit: 2 }]);
  });

  it('refuses more points than a day has seconds', () => {
    expect(decode('0 0;'.repeat(100_001)).ok).toBe(false);
  });
});

describe('geoshape', () => {
  const check = (...points: ReturnType<typeof corner>[]) =>
    questionTypeOf('geoshape').validate(points, { name: 'q' }, []);

  it('has three corners and comes back to the first', () => {
    expect(check(corner(0, 0), corner(0, 1), corner(1, 1), corner(0, 0))).toEqual([]);
  });

  it('is refused open', () => {
    expect(check(corner(0, 0), corner(0, 1), corner(1, 1))).toEqual([{ code: 'notClosed' }]);
  });

  it('is refused with two corners', () => {
    expect(check(corner(0, 0), corner(0, 1), corner(0, 0))).toEqual([{ code: 'tooFewPoints', limit: 3 }]);
  });
});
