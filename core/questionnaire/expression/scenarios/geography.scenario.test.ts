import { describe, expect, it } from 'vitest';
import { evaluated } from '../rehearsal/rehearse.ts';

const SQUARE = '0 0 0 0; 0 1 0 0; 1 1 0 0; 1 0 0 0; 0 0 0 0';
const BOW = '0 0; 1 1; 1 0; 0 1';

describe('places on Earth', () => {
  it.each([
    ["distance('0 0; 0 1')", 111318.85],
    ["distance('0 0', '0 1', '0 2')", 222637.69],
    ["distance('nowhere')", NaN],
    [`area('${SQUARE}')`, 12391256135.81],
    ["area('0 0; 0 1')", 0],
    [`geofence('0.5 0.5', '${SQUARE}')`, true],
    [`geofence('0.5 1.5', '${SQUARE}')`, false],
    ["geofence('0 0', '')", false],
    [`intersects('${BOW}')`, true],
    [`intersects('${SQUARE}')`, false],
    ["intersects('0 0; 1 0; 0.5 0')", true],
  ])('%s gives %s', (expression, value) => {
    expect(evaluated(expression)).toBe(value);
  });

  it('takes the points of a repeat', () => {
    const tree = { data: { stop: [{ at: '0 0' }, { at: '0 1' }] } };
    expect(evaluated('distance(/data/stop/at)', { tree })).toBe(111318.85);
  });
});
