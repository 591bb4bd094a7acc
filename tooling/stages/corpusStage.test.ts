import { expect, it } from 'vitest';
import { countChecks, heldLine, LEFT_OUT } from './corpusStage.ts';

it('counts the checks that hold and those that do not', () => {
  expect(countChecks(`table\n${heldLine(5, 5)}\n`, 0)).toMatchObject({ passed: 5, failed: 0 });
  expect(countChecks(`FAIL x\n${heldLine(3, 5)}\n`, 1)).toMatchObject({ passed: 3, failed: 2 });
});

it('says plainly that the corpus was left out', () => {
  expect(countChecks(`${LEFT_OUT}\n`, 0)).toEqual({ passed: 0, failed: 0, note: LEFT_OUT });
});

it('fails for a run that ended early, or badly', () => {
  expect(countChecks('table', 1)).toMatchObject({ passed: 0, failed: 1 });
  expect(countChecks('', 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countChecks(heldLine(5, 5), 1)).toMatchObject({ passed: 5, failed: 1 });
});
