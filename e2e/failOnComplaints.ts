import { afterEach, expect } from 'vitest';
import { takeComplaints } from './complaints.ts';

/** Every test in a browser is also one of its console and of the Content-Security-Policy. */
afterEach(() => {
  expect(takeComplaints()).toEqual([]);
});
