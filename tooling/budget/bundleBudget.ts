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

/** Gzipped bytes of JavaScript that the built terminal loads before it can show the first question. */
export function bundleBudget(root: string): BudgetReport {
  const folder = join(root, 'dist/terminal');
  const manifest = JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8')) as BuildManifest;
  const scripts = loadedScripts(manifest).map((file) => ({
    file,
    bytes: gzipBytes(readFileSync(join(folder, file))),
  }));
  return { bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0), allowed: allowedBytes(), scripts };
}
