import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { EvaluateItem, EvaluateOutcome } from './evaluate/evaluateItem.ts';
import { evaluateItem } from './evaluate/evaluateItem.ts';
import { readBatch } from './evaluate/readBatch.ts';
import type { Ending } from './ending.ts';
import { ownMistake } from './ownMistake.ts';

export const EVALUATE_USAGE = `earshot evaluate EXPRESSION [--json] [--context FILE.xml] [--node PATH] [--now TIME]
                             [--timezone ZONE] [--language TAG] [--as string|number|boolean]
earshot evaluate --batch FILE.json   an array of {expression, context?, node?, now?, timezone?, language?, as?}`;

/** What an expression comes to, for people who write questionnaires. */
export function evaluate(args: readonly string[]): Ending {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      batch: { type: 'string' },
      context: { type: 'string' },
      node: { type: 'string' },
      now: { type: 'string' },
      timezone: { type: 'string' },
      language: { type: 'string' },
      as: { type: 'string' },
    },
  });
  if (values.batch !== undefined) return evaluateBatch(values.batch);
  const [expression] = positionals;
  if (expression === undefined || positionals.length > 1) return { status: 2, error: EVALUATE_USAGE };
  const { json, context, as, batch: _, ...rest } = values;
  const kind = as === undefined || as === 'string' || as === 'number' || as === 'boolean' ? as : undefined;
  if (kind !== as) return { status: 2, error: '--as takes string, number or boolean.' };
  const item: EvaluateItem = {
    expression,
    ...rest,
    ...(kind === undefined ? {} : { as: kind }),
    ...(context === undefined ? {} : { context: readFileSync(context, 'utf8') }),
  };
  return show(evaluateItem(item), json === true);
}

function show(outcome: EvaluateOutcome, json: boolean): Ending {
  if (json) return { status: 0, output: JSON.stringify(outcome) };
  if ('error' in outcome) return { status: 1, error: outcome.error };
  return { status: 0, output: outcome.type === 'nodeset' ? outcome.value.join('\n') : String(outcome.value) };
}

function evaluateBatch(path: string): Ending {
  const batch = readBatch(readFileSync(path, 'utf8'));
  if (!batch.ok) return { status: 2, error: `${path}: ${batch.error}` };
  const outcomes = batch.value.map((item) => (item.ok ? unlessBroken(item.value) : { error: item.error }));
  return { status: 0, output: JSON.stringify(outcomes) };
}

function unlessBroken(item: EvaluateItem): EvaluateOutcome {
  try {
    return evaluateItem(item);
  } catch (thrown) {
    return { error: ownMistake(thrown) };
  }
}
