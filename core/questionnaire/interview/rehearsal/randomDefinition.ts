import fc from 'fast-check';
import type { Definition, Element, Group, Question, Repeat } from '../../definition/index.ts';

/** Draws definitions whose expressions read earlier questions and repeats, wherever these are. */
export const randomDefinition: fc.Arbitrary<Definition> = fc
  .array(fc.nat({ max: 1_000_000 }), { minLength: 60, maxLength: 60 })
  .map((numbers) => definitionFrom(numbers));

function definitionFrom(numbers: readonly number[]): Definition {
  const draw = new Draws(numbers);
  const elements = new Writer(draw).elements('/data', 0, 4 + draw.below(5));
  return {
    schema: 1,
    id: 'random',
    version: '1',
    title: { en: 'Random' },
    languages: [{ code: 'en', name: 'English' }],
    defaultLanguage: 'en',
    elements,
  };
}

/** Numbers one after another, from the start again when they run out. */
class Draws {
  private at = 0;
  private readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  below(bound: number): number {
    const number = this.numbers[this.at % this.numbers.length] ?? 0;
    this.at += 1;
    return Math.floor((number + this.at * 7919) / 3) % bound;
  }

  from<T>(items: readonly T[]): T | undefined {
    return items[this.below(Math.max(1, items.length))];
  }
}

class Writer {
  private readonly draw: Draws;
  private readonly questions: string[] = [];
  private readonly repeats: string[] = [];
  private readonly paths: string[] = [];
  private count = 0;

  constructor(draw: Draws) {
    this.draw = draw;
  }

  elements(path: string, depth: number, count: number): Element[] {
    return Array.from({ length: count }, () => this.element(path, depth));
  }

  private element(path: string, depth: number): Element {
    const kind = depth < 3 ? this.draw.below(6) : 5;
    this.count += 1;
    if (kind === 0) return this.group(`g${this.count}`, path, depth);
    if (kind === 1) return this.repeat(`r${this.count}`, path, depth);
    return this.question(`q${this.count}`, path);
  }

  private group(name: string, path: string, depth: number): Group {
    const rules = this.some('relevant', 2, () => this.condition());
    const readOnly = this.some('readOnly', 5, () => this.condition());
    return {
      type: 'group',
      name,
      ...rules,
      ...readOnly,
      elements: this.elements(`${path}/${name}`, depth + 1, 2 + this.draw.below(3)),
    };
  }

  private repeat(name: string, path: string, depth: number): Repeat {
    const relevant = this.some('relevant', 4, () => this.condition());
    const counted = this.some('repeatCount', 3, () => `${this.number()} mod 4`);
    const elements = this.elements(`${path}/${name}`, depth + 1, 2 + this.draw.below(3));
    this.repeats.push(name);
    return { type: 'repeat', name, startInstances: this.draw.below(3), ...relevant, ...counted, elements };
  }

  private question(name: string, path: string): Question {
    const calculated = this.questions.length > 0 && this.draw.below(3) === 0;
    const question: Question = {
      type: calculated ? 'calculate' : this.draw.below(4) === 0 ? 'text' : 'integer',
      name,
      ...this.some('relevant', 3, () => this.condition()),
      ...this.some('required', 5, () => this.condition()),
      ...(calculated
        ? { calculation: this.value() }
        : this.some('constraint', 4, () => `. < 90 or ${this.condition()}`)),
      ...(calculated ? {} : this.some('default', 5, () => String(this.draw.below(9)))),
      ...(calculated ? {} : this.some('dynamicDefault', 8, () => this.value())),
    };
    const { default: _, ...withoutDefault } = question;
    this.questions.push(name);
    this.paths.push(`${path}/${name}`);
    return question.dynamicDefault === undefined ? question : withoutDefault;
  }

  private some<Key extends string>(
    key: Key,
    oneIn: number,
    write: () => string,
  ): Partial<Record<Key, string>> {
    if (this.questions.length === 0 || this.draw.below(oneIn) !== 0) return {};
    return { [key]: write() } as Partial<Record<Key, string>>;
  }

  private name(): string {
    return `\${${this.draw.from(this.questions) ?? ''}}`;
  }

  private path(): string {
    return this.draw.from(this.paths) ?? '/data';
  }

  private number(): string {
    const repeat = this.draw.from(this.repeats);
    const forms = [
      () => `coalesce(${this.name()}, 0)`,
      () => `sum(${this.name()})`,
      () => `count(${this.name()})`,
      () => `count-non-empty(${this.name()})`,
      () => `string-length(${this.name()})`,
      () => `(${this.name()} + ${this.name()} + ${this.name()})`,
      () => (repeat === undefined ? '7' : `count(\${${repeat}})`),
      () => 'position(..)',
      () => `max(${this.name()}, 1)`,
      () => `count(${this.path()})`,
      () => `sum(${this.path()}[. > 20])`,
      () => `count(${this.path()}[position() = 1 or ../* = 7])`,
      () =>
        repeat === undefined
          ? '3'
          : `coalesce(indexed-repeat(${this.name()}, \${${repeat}}, ${this.name()}), 2)`,
      () => (repeat === undefined ? '5' : `count(\${${repeat}}[position() < last()])`),
    ];
    return (forms[this.draw.below(forms.length)] ?? forms[0])?.() ?? '1';
  }

  private condition(): string {
    const forms = [
      () => `${this.name()} > ${this.draw.below(60)}`,
      () => `${this.name()} != ''`,
      () => `${this.number()} mod 2 = 0`,
      () => `not(${this.name()} = ${this.name()})`,
    ];
    return (forms[this.draw.below(forms.length)] ?? forms[0])?.() ?? 'true()';
  }

  private value(): string {
    const forms = [
      () => this.number(),
      () => `concat(${this.name()}, '-', ${this.name()})`,
      () => `if(${this.condition()}, ${this.name()}, ${this.number()})`,
      () => `join(' ', ${this.name()})`,
    ];
    return (forms[this.draw.below(forms.length)] ?? forms[0])?.() ?? '1';
  }
}
