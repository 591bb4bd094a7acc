import { numberToText } from '../conversion/numberToText.ts';
import { toNumber } from '../conversion/toNumber.ts';
import type { DateValue } from '../dates/dateValue.ts';
import { EvaluationFailure } from '../problem.ts';
import type { Evaluate, Term } from './term.ts';

const noNodes = (what: string) => (): never => {
  throw new EvaluationFailure(`Questions (a path or \${name}) are needed here, not ${what}.`);
};

export const truthOfNumber = (value: number): boolean => value !== 0 && !Number.isNaN(value);

export function numberTerm(number: Evaluate<number>, constant?: number): Term {
  return {
    type: 'number',
    number,
    string: (context) => numberToText(number(context)),
    boolean: (context) => truthOfNumber(number(context)),
    nodes: noNodes('a number'),
    value: number,
    ...(constant === undefined ? {} : { constant }),
  };
}

export function stringTerm(string: Evaluate<string>, constant?: string): Term {
  return {
    type: 'string',
    string,
    number: (context) => toNumber(string(context), context.environment.timeZone),
    boolean: (context) => string(context) !== '',
    nodes: noNodes('a text'),
    value: string,
    ...(constant === undefined ? {} : { constant }),
  };
}

export function booleanTerm(boolean: Evaluate<boolean>, constant?: boolean): Term {
  return {
    type: 'boolean',
    boolean,
    string: (context) => String(boolean(context)),
    number: (context) => (boolean(context) ? 1 : 0),
    nodes: noNodes('true or false'),
    value: boolean,
    ...(constant === undefined ? {} : { constant }),
  };
}

export function dateTerm(date: Evaluate<DateValue>): Term {
  return {
    type: 'date',
    string: (context) => date(context).text,
    number: (context) => date(context).days,
    boolean: (context) => !Number.isNaN(date(context).days),
    nodes: noNodes('a date'),
    value: date,
  };
}

/** Stands for a call that can never succeed: it fails only if evaluation reaches it, as `false() and unknown()` does not. */
export function failingTerm(message: string): Term {
  const fail = (): never => {
    throw new EvaluationFailure(message);
  };
  return { type: 'any', string: fail, number: fail, boolean: fail, nodes: fail, value: fail };
}
