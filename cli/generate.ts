import { parseArgs } from 'node:util';
import { generateData, systemClock } from '../sync-server/operations/index.ts';
import { dataFolder } from './data/dataFolder.ts';
import type { Ending } from './ending.ts';

export const GENERATE_USAGE = `earshot generate --responses N [--data DIR] [--days 90] [--seed TEXT]
  fills a data folder with plausible responses to the sample survey from six touchpoints, for demonstrations and measurements. They come
  in as if devices had sent them. The same seed gives the same answers. Stop the server first; never do it with data that is meant.`;

const MOST = 100_000_000;

/** The command behind `earshot generate`. */
export async function generate(args: readonly string[]): Promise<Ending> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      responses: { type: 'string' },
      data: { type: 'string' },
      days: { type: 'string', default: '90' },
      seed: { type: 'string', default: 'earshot' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { status: 0, output: GENERATE_USAGE };
  const [responses, days] = [Number(values.responses), Number(values.days)];
  const isCount = (count: number): boolean => Number.isInteger(count) && count > 0 && count <= MOST;
  if (!isCount(responses) || !isCount(days)) return { status: 2, error: GENERATE_USAGE };
  const folder = dataFolder(values.data);
  const generated = await generateData(folder, {
    responses,
    days,
    seed: values.seed,
    until: systemClock.now(),
  });
  return generated.ok
    ? { status: 0, output: `${folder} holds ${String(generated.value)} generated responses more.` }
    : { status: 1, error: generated.error };
}
