import type { Parts } from '../answerValue.ts';
import { integerCodec } from '../codecs/numberCodec.ts';
import { partOf, partsCodec } from '../codecs/partsCodec.ts';
import { defineType } from '../defineType.ts';
import type { TypeDescription } from '../defineType.ts';
import { nearestWord } from '../nearestWord.ts';
import type { AnswerProblem, AskedQuestion, FlatCell, OfferedChoice, QuestionType } from '../questionType.ts';
import { checkInterval } from './interval.ts';
import type { Interval } from './interval.ts';
import { wordParameter } from './parameter.ts';

/** The number that a part holds, or NaN. */
export function partNumber(parts: Parts, name: string): number {
  const text = partOf(parts, name);
  const decoded = text === undefined ? undefined : integerCodec.decode(text);
  return decoded?.ok === true && decoded.value !== null ? decoded.value : Number.NaN;
}

/** Parts that the question does not have. */
export function unknownParts(parts: Parts, names: readonly string[]): readonly AnswerProblem[] {
  const known = new Set(names);
  return Object.keys(parts)
    .filter((name) => !known.has(name))
    .map((part) => ({ code: 'notAChoice', part }));
}

function partCells(parts: Parts, names: readonly string[]): readonly FlatCell[] {
  return names.map((name) => {
    const number = partNumber(parts, name);
    return Number.isNaN(number) ? (partOf(parts, name) ?? null) : number;
  });
}

type PartNames = (offered: readonly OfferedChoice[]) => readonly string[];

interface MatrixDescription extends Pick<
  TypeDescription<Parts>,
  'name' | 'about' | 'parameters' | 'appearances'
> {
  /** The parts of an answer; usually the names of the choices, which are the rows. */
  readonly parts: PartNames;
  readonly interval: (question: AskedQuestion) => Interval;
  /** What the rows must fulfil together. */
  readonly checkWhole?: (
    parts: Parts,
    question: AskedQuestion,
    names: readonly string[],
  ) => readonly AnswerProblem[];
}

/** A whole number for each row of a list. Rows may be left out unless `all-rows` forbids it or the whole is checked. */
export function defineMatrix({
  parts: namesOf,
  interval,
  checkWhole,
  ...rest
}: MatrixDescription): QuestionType {
  return defineType<Parts>({
    ...rest,
    codec: partsCodec,
    choices: 'list',
    xform: () => ({ control: 'input', bind: 'string' }),
    check: (parts, question, offered) => {
      const names = namesOf(offered);
      const wholeWanted = wordParameter(question, 'all-rows', 'false') === 'true';
      const problems: AnswerProblem[] = [...unknownParts(parts, names)];
      for (const part of names) {
        if (partOf(parts, part) === undefined) {
          if (wholeWanted) problems.push({ code: 'incomplete', part });
          continue;
        }
        const value = partNumber(parts, part);
        if (Number.isNaN(value)) problems.push({ code: 'malformed', part });
        else problems.push(...checkInterval(value, interval(question), part));
      }
      if (problems.length > 0 || checkWhole === undefined) return problems;
      return checkWhole(parts, question, names);
    },
    flatColumns: (_question, offered) => namesOf(offered).map((suffix) => ({ suffix, kind: 'number' })),
    cells: (parts, _question, offered) => partCells(parts, namesOf(offered)),
    nearest: (question) => ({ type: 'text', appearance: nearestWord(rest.name, question, ['choices']) }),
  });
}
