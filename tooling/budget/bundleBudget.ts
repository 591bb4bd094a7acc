import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import budget from './budget.json' with { type: 'json' };
import { loadedScripts } from './loadedScripts.ts';
import type { BuildManifest } from './loadedScripts.ts';

export interface BudgetReport {
  readonly bytes: number;
  readonly allowed: number;
  readonly scripts: readonly { readonly file: string; readonly bytes: number }[];
}

/** A little room for a week's work; more must be decided by changing budget.json. */
const GROWTH = 1.05;

export const gzipBytes = (content: Buffer): number => gzipSync(content, { level: 9 }).length;

/** The most that may be loaded: the promise to keep, or what was measured last plus five per cent. */
const allowedBytes = (): number => Math.min(budget.limitBytes, Math.floor(budget.measuredBytes * GROWTH));

/** What a device loads besides, once in its life: when it is opened with its enrolment link. */
const ENROLLING = [
  'terminal/enrolment/Enrolment.tsx',
  'terminal/device/RescuedResponses.tsx',
  'sync/enrolDevice.ts',
];

/** Gzipped bytes of JavaScript that the built terminal loads before it can show the first question. */
export const bundleBudget = (root: string): BudgetReport => weigh(root, [], allowedBytes());

/** The same for its very first start, which has no room for growth but the limit. */
export const firstStartBudget = (root: string): BudgetReport => weigh(root, ENROLLING, budget.limitBytes);

function weigh(root: string, also: readonly string[], allowed: number): BudgetReport {
  const folder = join(root, 'dist/terminal');
  const manifest = JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8')) as BuildManifest;
  const scripts = loadedScripts(manifest, also).map((file) => ({
    file,
    bytes: gzipBytes(readFileSync(join(folder, file))),
  }));
  return { bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0), allowed, scripts };
}
