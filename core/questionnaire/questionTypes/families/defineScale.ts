import { integerCodec } from '../codecs/numberCodec.ts';
import { defineType } from '../defineType.ts';
import { nearestWord } from '../nearestWord.ts';
import type { AskedQuestion, ParameterRule, QuestionType } from '../questionType.ts';
import { checkInterval } from './interval.ts';
import { numberParameter } from './parameter.ts';

interface ScaleDescription {
  readonly name: string;
  readonly about: string;
  readonly least: number;
  /** The points that `points` may ask for, the first being usual; one only when the scale is fixed. */
  readonly points: readonly number[];
  readonly appearances?: readonly string[];
  /** How ODK Collect shows the select that it becomes. */
  readonly collectAppearance?: string;
}

function pointsOf(question: AskedQuestion, offered: readonly number[]): number {
  const [usual = 5] = offered;
  const points = numberParameter(question, 'points', usual);
  return offered.includes(points) ? points : usual;
}

function pointsRule(points: readonly number[]): Readonly<Record<string, ParameterRule>> {
  if (points.length < 2) return {};
  return { points: { kind: 'word', words: points.map(String), fallback: String(points[0]) } };
}

/** A row of points counted from the worst; the answer is the point's number. A choice list may name the points. */
export function defineScale({
  least,
  points,
  collectAppearance = 'likert',
  appearances = [],
  ...rest
}: ScaleDescription): QuestionType {
  return defineType({
    ...rest,
    codec: integerCodec,
    choices: 'optionalList',
    parameters: pointsRule(points),
    appearances: ['horizontal', 'vertical', ...appearances],
    xform: () => ({ control: 'select1', bind: 'string' }),
    check: (value, question) =>
      checkInterval(value, { start: least, end: least + pointsOf(question, points) - 1, step: 1 }),
    nearest: (question) => ({
      type: 'select_one',
      appearance: `${collectAppearance} ${nearestWord(rest.name, question)}`,
      choiceNames: Array.from({ length: pointsOf(question, points) }, (_, index) => String(least + index)),
    }),
  });
}
