import { decimalCodec } from '../codecs/numberCodec.ts';
import { defineType } from '../defineType.ts';
import type { TypeDescription } from '../defineType.ts';
import type { AskedQuestion, ParameterRule, QuestionType } from '../questionType.ts';
import type { Interval } from './interval.ts';
import { checkInterval, isOnStep } from './interval.ts';
import { numberParameter } from './parameter.ts';

const rangeParameters = ({ start, end, step }: Interval): Readonly<Record<string, ParameterRule>> => ({
  start: { kind: 'number', fallback: String(start) },
  end: { kind: 'number', fallback: String(end) },
  step: { kind: 'number', fallback: String(step) },
  tick_interval: { kind: 'number' },
  tick_labelset: { kind: 'list' },
  placeholder: { kind: 'number' },
});

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

const areNumbers = (parameters: Readonly<Record<string, string>>): boolean =>
  Object.entries(parameters).every(([name, text]) => name === 'tick_labelset' || isNumber(text));

/** Rules that bind several parameters; anything that is no number has been reported already. */
function intervalProblems(parameters: Readonly<Record<string, string>>, usual: Interval): readonly string[] {
  const at = (name: string): number | undefined => {
    const text = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return text === undefined ? undefined : Number(text);
  };
  const { start, end, step } = {
    start: at('start') ?? usual.start,
    end: at('end') ?? usual.end,
    step: at('step') ?? usual.step,
  };
  const length = Math.abs(end - start);
  const problems: string[] = [];
  if (step === 0) problems.push('step may not be 0; leave it out for steps of 1');
  else if (Math.abs(step) > length)
    problems.push(`step ${step} is longer than the whole range from ${start} to ${end}; take a smaller step`);
  const tick = at('tick_interval');
  if (tick === 0) problems.push('tick_interval may not be 0; leave it out for a tick at each step');
  else if (tick !== undefined && Math.abs(tick) > length)
    problems.push(`tick_interval ${tick} is longer than the whole range from ${start} to ${end}`);
  else if (tick !== undefined && step !== 0 && !isOnStep(tick, { start: 0, end, step }))
    problems.push(`tick_interval ${tick} is no multiple of step ${step}`);
  const placeholder = at('placeholder');
  if (
    placeholder !== undefined &&
    step !== 0 &&
    checkInterval(placeholder, { start, end, step }).length > 0
  ) {
    problems.push(
      `placeholder ${placeholder} is not one of the values from ${start} to ${end} in steps of ${step}`,
    );
  }
  return problems;
}

/** Whole numbers, unless a parameter has decimals. */
const bindOf = (question: AskedQuestion): 'int' | 'decimal' =>
  ['start', 'end', 'step'].some((name) => !Number.isInteger(numberParameter(question, name, 0)))
    ? 'decimal'
    : 'int';

type RangeDescription = Pick<TypeDescription<number>, 'name' | 'about' | 'nearest' | 'appearances'> & {
  readonly usual: Interval;
};

/** A number picked on a line from `start` to `end`. */
export function defineRange({ usual, ...rest }: RangeDescription): QuestionType {
  return defineType({
    ...rest,
    codec: decimalCodec,
    choices: 'none',
    parameters: rangeParameters(usual),
    parameterProblems: (parameters) => (areNumbers(parameters) ? intervalProblems(parameters, usual) : []),
    xform: (question) => ({ control: 'range', bind: bindOf(question) }),
    check: (value, question) =>
      checkInterval(value, {
        start: numberParameter(question, 'start', usual.start),
        end: numberParameter(question, 'end', usual.end),
        step: numberParameter(question, 'step', usual.step) || 1,
      }),
  });
}
