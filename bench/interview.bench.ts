/**
 * Interviews of 100, 1,000 and 5,000 questions (or repeat instances) in Chromium: reading the questionnaire, beginning an interview and
 * answering, beside xforms-engine, enketo-core and survey-core in the same run. Names of shapes as arguments run only these.
 */
import { launchBrowser } from '../e2e/browser.ts';
import type { TestBrowser } from '../e2e/browser.ts';
import type { Measured } from './interview/pageBench.ts';
import { ENGINES, servePages } from './interview/servePages.ts';
import type { EngineName } from './interview/servePages.ts';
import { SHAPES } from './interview/shapes.ts';
import type { ShapeName } from './interview/shapes.ts';

type Outcome = Measured | { readonly failed: string };

const SIZES = [100, 1_000, 5_000] as const;
const PATIENCE_MS = 180_000;

const wanted = process.argv.slice(2);
const shapes = SHAPES.filter((shape) => wanted.length === 0 || wanted.includes(shape));

const served = await servePages();
const browser = await launchBrowser();
const ours = new Map<string, Measured>();

try {
  for (const shape of shapes) {
    for (const size of SIZES) {
      const peers: number[] = [];
      for (const engine of ENGINES) {
        const outcome = await measure(browser, engine, shape, size);
        if (!('failed' in outcome)) {
          if (engine === 'earshot') ours.set(`${shape} ${size}`, outcome);
          else peers.push(outcome.answer);
        }
        console.log(line(engine, shape, size, outcome));
      }
      const own = ours.get(`${shape} ${size}`);
      if (own !== undefined && peers.length > 0) {
        console.log(
          `${''.padEnd(32)}the fastest of them takes ${(Math.min(...peers) / own.answer).toFixed(0)} times as long\n`,
        );
      }
    }
  }
  await judge(browser);
} finally {
  await browser.close();
  served.close();
}

async function measure(
  { context }: TestBrowser,
  engine: EngineName,
  shape: ShapeName,
  size: number,
): Promise<Outcome> {
  const page = await context.newPage();
  let timer: NodeJS.Timeout | undefined;
  try {
    await page.goto(`${served.url}/${engine}`);
    await page.waitForFunction(() => window.measure !== undefined);
    const measured = page.evaluate(
      ([name, count]) => window.measure?.(name, count) ?? Promise.resolve({ failed: 'no page' }),
      [shape, size] as const,
    );
    const tooLong = new Promise<Outcome>((resolve) => {
      timer = setTimeout(() => resolve({ failed: `not done after ${PATIENCE_MS / 1_000} s` }), PATIENCE_MS);
    });
    return await Promise.race([measured, tooLong]);
  } catch (error) {
    return { failed: error instanceof Error ? error.message.slice(0, 80) : String(error) };
  } finally {
    clearTimeout(timer);
    await page.close().catch(() => undefined);
  }
}

function line(engine: EngineName, shape: ShapeName, size: number, outcome: Outcome): string {
  const head = `${shape.padEnd(10)} ${String(size).padStart(5)}  ${engine.padEnd(13)}`;
  if ('failed' in outcome) return `${head} fails: ${outcome.failed}`;
  const { load, create, answer } = outcome;
  return `${head} load ${load.toFixed(1).padStart(8)} ms  begin ${create.toFixed(1).padStart(8)} ms  answer ${(answer * 1_000).toFixed(2).padStart(11)} us`;
}

/** The targets that concern only ourselves. */
async function judge({ context }: TestBrowser): Promise<void> {
  const small = ours.get('relevance 100');
  const large = ours.get('relevance 5000');
  if (small !== undefined && large !== undefined) {
    say('an answer at 5,000 questions, in times of one at 100', large.answer / small.answer, 2);
    say('an answer at 5,000 questions, in us', large.answer * 1_000, 10);
    say('5,000 questions compile in a fresh page, best of 5, in ms', await bestLoad(), 100);
  }
  const page = await context.newPage();
  await page.goto(`${served.url}/choices`);
  await page.waitForFunction(() => window.filterChoices !== undefined);
  const filtered = await page.evaluate(() => window.filterChoices?.(100_000));
  if (filtered === undefined) return;
  console.log(
    `a list of 100,000 rows filtered to ${filtered.offered}: ${filtered.first.toFixed(1)} ms the first time`,
  );
  say('and once indexed, 9 times in 10 within, in ms', filtered.next, 5);
}

/** The machine may be busy with other things; a fresh page each time, as nothing may be warm. */
async function bestLoad(): Promise<number> {
  const loads: number[] = [];
  for (let page = 0; page < 5; page += 1) {
    const outcome = await measure(browser, 'earshot', 'relevance', 5_000);
    if (!('failed' in outcome)) loads.push(outcome.load);
  }
  return Math.min(...loads);
}

function say(what: string, value: number, target: number): void {
  console.log(`${what}: ${value.toFixed(2)} (to reach: ${target}) ${value <= target ? 'reached' : 'MISSED'}`);
}
