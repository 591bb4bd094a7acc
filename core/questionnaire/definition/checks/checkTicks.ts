import type { Question } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext } from './checkContext.ts';

const tickParameters = ['tick_interval', 'tick_labelset', 'placeholder'];
const withTicks: ReadonlySet<string> = new Set(['vertical', 'no-ticks']);

const wordsOf = (question: Question): readonly string[] =>
  (question.appearance ?? '').split(/\s+/).filter(Boolean);

/** Labels stand on ticks inside the range; on the first and the last value only where there are no ticks. */
function checkLabels(context: CheckContext, node: TreeNode, question: Question, list: string): void {
  const parameters = question.parameters ?? {};
  const wrong = (message: string): void => context.error(node, 'parameters', 'badParameter', message);
  const at = (name: string, fallback: number): number => Number(parameters[name] ?? fallback);
  const [start, end] =
    question.type === 'slider' ? [at('start', 0), at('end', 100)] : [at('start', 1), at('end', 10)];
  const interval = at('tick_interval', at('step', 1));
  const values = (context.choices.list(list) ?? []).map((choice) => choice.name);
  const numbers = values.map((name) => (name.trim() === '' ? Number.NaN : Number(name)));
  const odd = values.find((_, index) => !Number.isFinite(numbers[index]));
  if (odd !== undefined) {
    wrong(`The labels of list ${quoted(list)} must be named by numbers of the range, not ${quoted(odd)}.`);
    return;
  }
  const outside = numbers.find((value) => value < Math.min(start, end) || value > Math.max(start, end));
  if (outside !== undefined)
    wrong(`The label ${outside} of list ${quoted(list)} lies outside the range from ${start} to ${end}.`);
  const off = numbers.find(
    (value) => Math.abs((value - start) / interval - Math.round((value - start) / interval)) > 1e-9,
  );
  if (off !== undefined && outside === undefined)
    wrong(`The label ${off} of list ${quoted(list)} stands on no tick of interval ${interval}.`);
  const ends = new Set(numbers).size === 2 && numbers.includes(start) && numbers.includes(end);
  if (wordsOf(question).includes('no-ticks') && !ends)
    wrong(`Without ticks, only ${start} and ${end} can have labels; mend list ${quoted(list)}.`);
}

/** Ticks, their labels and a placeholder need a range that is drawn as a line. */
export function checkTicks(context: CheckContext, node: TreeNode, question: Question): void {
  const parameters = question.parameters ?? {};
  const given = tickParameters.filter((name) => Object.hasOwn(parameters, name));
  const other = wordsOf(question).find((word) => !withTicks.has(word) && !/^(w\d+|earshot-.*)$/.test(word));
  if (given.length > 0 && other !== undefined) {
    const message = `${given.join(', ')} cannot be shown with the appearance ${quoted(other)}; take one of them away.`;
    context.error(node, 'parameters', 'badParameter', message);
  }
  const list = Object.hasOwn(parameters, 'tick_labelset') ? parameters['tick_labelset'] : undefined;
  if (list !== undefined && context.choices.list(list) !== undefined)
    checkLabels(context, node, question, list);
}
