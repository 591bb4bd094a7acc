import { describe, expect, it } from 'vitest';
import { countTests, passedLate } from './vitestStage.ts';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe('counting tests', () => {
  it('takes the numbers of a clean run', () => {
    expect(countTests(report, 0)).toMatchObject({ passed: 7, failed: 0 });
  });

  it('counts failing tests once, not again for the exit status', () => {
    expect(countTests({ ...report, numFailedTests: 2 }, 1)).toMatchObject({ passed: 7, failed: 2 });
  });

  it('fails for a test that did not run', () => {
    expect(countTests({ ...report, numPendingTests: 1 }, 0)).toMatchObject({ passed: 7, failed: 1 });
  });

  it('fails for a file that did not load, a run without tests and a run without a report', () => {
    expect(countTests(report, 1)).toMatchObject({ passed: 7, failed: 1 });
    expect(countTests({ ...report, numPassedTests: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(null, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});

it('names what passed only when it was tried again', () => {
  const test = (status: string, ...failureMessages: string[]) => ({
    fullName: status,
    status,
    failureMessages,
  });
  const assertionResults = [test('passed'), test('passed', 'late'), test('failed', 'late', 'late')];
  expect(passedLate({ ...report, testResults: [{ assertionResults }] })).toEqual(['passed\nlate']);
  expect(passedLate(null)).toEqual([]);
});
