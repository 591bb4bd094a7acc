import type { EvaluationContext } from '../context.ts';
import { numberToText } from '../conversion/numberToText.ts';
import { parseInstant } from '../dates/parseInstant.ts';
import { MS_PER_DAY } from '../dates/calendar.ts';
import { offsetAt } from '../../../kernel/index.ts';
import { numberTerm } from '../evaluation/scalarTerms.ts';
import type { Term } from '../evaluation/term.ts';
import { wholeNumber } from './argumentValues.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { binary, nullary, present, unary, variadic } from './functionDefinition.ts';
import { roundHalfAway, roundHalfUp, roundTo } from './rounding.ts';

const of = (name: string, calculate: (value: number) => number): FunctionDefinition =>
  unary(name, (argument) => numberTerm((context) => calculate(argument.number(context))));

const ofTwo = (name: string, calculate: (first: number, second: number) => number): FunctionDefinition =>
  binary(name, (first, second) =>
    numberTerm((context) => calculate(first.number(context), second.number(context))),
  );

export const NUMBERS: readonly FunctionDefinition[] = [
  variadic('number', [0, 1], ([argument]) => numberOfArgument(argument)),
  of('int', Math.trunc),
  of('floor', Math.floor),
  of('ceiling', Math.ceil),
  variadic('round', [1, 2], ([value, places]) => {
    const number = present(value);
    return numberTerm((context) =>
      roundTo(
        number.number(context),
        places === undefined ? 0 : wholeNumber(places.number(context)),
        context.environment.collect === true ? roundHalfUp : roundHalfAway,
      ),
    );
  }),
  of('abs', Math.abs),
  of('sqrt', Math.sqrt),
  of('exp', Math.exp),
  of('exp10', (value) => 10 ** value),
  of('log', Math.log),
  of('log10', Math.log10),
  of('sin', Math.sin),
  of('cos', Math.cos),
  of('tan', Math.tan),
  of('asin', Math.asin),
  of('acos', Math.acos),
  of('atan', Math.atan),
  ofTwo('atan2', Math.atan2),
  ofTwo('pow', (base, exponent) => base ** exponent),
  nullary('pi', () => numberTerm(() => Math.PI, Math.PI)),
];

/** number(): of a date the days with their fraction, but written as text the whole days, as Web Forms and JavaRosa write them. */
function numberOfArgument(argument: Term | undefined): Term {
  const term = numberTerm((context) =>
    argument === undefined ? context.node.number() : argument.number(context),
  );
  if (argument !== undefined && ['number', 'boolean'].includes(argument.type)) return term;
  return {
    type: 'number',
    number: (context) => term.number(context),
    boolean: (context) => term.boolean(context),
    nodes: (context) => term.nodes(context),
    value: (context) => term.value(context),
    string: (context) => {
      const text = argument === undefined ? context.node.text() : argument.string(context);
      return numberToText(wholeDays(text, context) ?? term.number(context));
    },
  };
}

function wholeDays(text: string, context: EvaluationContext): number | undefined {
  const { timeZone } = context.environment;
  const instant = parseInstant(text, timeZone);
  if (instant === undefined) return undefined;
  const local = instant.dateOnly ? offsetAt(timeZone, instant.ms) : 0;
  return Math.floor((instant.ms + local) / MS_PER_DAY);
}
