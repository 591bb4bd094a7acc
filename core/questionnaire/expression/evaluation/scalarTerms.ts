import { daysOf } from '../conversion/daysOf.ts';
import { numberToText } from '../conversion/numberToText.ts';
import { textNumber } from '../conversion/textNumber.ts';
import type { DateValue } from '../dates/dateValue.ts';
import type { EvaluationContext } from '../context.ts';
import { EvaluationFailure } from '../problem.ts';
import type { Evaluate, Term } from './term.ts';

function refuseNodes(what: string): never {
  throw new EvaluationFailure(`Questions (a path or \${name}) are needed here, not ${what}.`);
}

export const truthOfNumber = (value: number): boolean => value !== 0 && !Number.isNaN(value);

/* Classes, so that a term costs one object and one closure: questionnaires have tens of thousands of them. */

class NumberTerm implements Term {
  readonly type = 'number';
  readonly constant: number | undefined;
  private readonly evaluate: Evaluate<number>;

  constructor(evaluate: Evaluate<number>, constant: number | undefined) {
    this.evaluate = evaluate;
    this.constant = constant;
  }

  number(context: EvaluationContext): number {
    return this.evaluate(context);
  }

  value(context: EvaluationContext): number {
    return this.evaluate(context);
  }

  string(context: EvaluationContext): string {
    return numberToText(this.evaluate(context));
  }

  boolean(context: EvaluationContext): boolean {
    return truthOfNumber(this.evaluate(context));
  }

  nodes(): never {
    return refuseNodes('a number');
  }
}

class StringTerm implements Term {
  readonly type = 'string';
  readonly constant: string | undefined;
  private readonly evaluate: Evaluate<string>;

  constructor(evaluate: Evaluate<string>, constant: string | undefined) {
    this.evaluate = evaluate;
    this.constant = constant;
  }

  string(context: EvaluationContext): string {
    return this.evaluate(context);
  }

  value(context: EvaluationContext): string {
    return this.evaluate(context);
  }

  number(context: EvaluationContext): number {
    return textNumber(this.evaluate(context), context.environment);
  }

  boolean(context: EvaluationContext): boolean {
    return this.evaluate(context) !== '';
  }

  nodes(): never {
    return refuseNodes('a text');
  }
}

class BooleanTerm implements Term {
  readonly type = 'boolean';
  readonly constant: boolean | undefined;
  private readonly evaluate: Evaluate<boolean>;

  constructor(evaluate: Evaluate<boolean>, constant: boolean | undefined) {
    this.evaluate = evaluate;
    this.constant = constant;
  }

  boolean(context: EvaluationContext): boolean {
    return this.evaluate(context);
  }

  value(context: EvaluationContext): boolean {
    return this.evaluate(context);
  }

  string(context: EvaluationContext): string {
    return String(this.evaluate(context));
  }

  number(context: EvaluationContext): number {
    return this.evaluate(context) ? 1 : 0;
  }

  nodes(): never {
    return refuseNodes('true or false');
  }
}

export const numberTerm = (evaluate: Evaluate<number>, constant?: number): Term =>
  new NumberTerm(evaluate, constant);

export const stringTerm = (evaluate: Evaluate<string>, constant?: string): Term =>
  new StringTerm(evaluate, constant);

export const booleanTerm = (evaluate: Evaluate<boolean>, constant?: boolean): Term =>
  new BooleanTerm(evaluate, constant);

export function dateTerm(date: Evaluate<DateValue>): Term {
  return {
    type: 'date',
    string: (context) => date(context).text,
    number: (context) => daysOf(date(context), context.environment),
    boolean: (context) => !Number.isNaN(date(context).days),
    nodes: () => refuseNodes('a date'),
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
