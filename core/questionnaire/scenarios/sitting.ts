import {
  applyEvent,
  compileQuestionnaire,
  currentScreen,
  finishedAnswers,
  inspect,
  startInterview,
} from '../index.ts';
import type {
  Choice,
  Definition,
  Element,
  Inspected,
  Interview,
  InterviewStep,
  Outcome,
  Question,
  QuestionView,
  Refusal,
  Screen,
  StartOptions,
} from '../index.ts';

/** A definition of only what the scenario is about. */
export function define(elements: readonly Element[], more: Partial<Definition> = {}): Definition {
  return {
    schema: 1,
    id: 'scenario',
    version: '1',
    title: { en: 'Scenario' },
    languages: [{ code: 'en', name: 'English' }],
    defaultLanguage: 'en',
    elements,
    ...more,
  };
}

type Columns = Omit<Question, 'type' | 'name'>;

export const ask = (type: Question['type'], name: string, columns: Columns = {}): Question => ({
  type,
  name,
  ...columns,
});

export const choicesNamed = (...names: string[]): readonly Choice[] =>
  names.map((name) => ({ name, label: { en: name.toUpperCase() } }));

const AT_TEN = Date.UTC(2026, 10, 21, 10);

/** An interview that a scenario drives step by step. */
export class Sitting {
  interview: Interview;
  last: Outcome | undefined;

  constructor(definition: Definition, options: Partial<StartOptions> = {}) {
    const compiled = compileQuestionnaire(definition);
    if (!compiled.ok)
      throw new Error(compiled.error.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    const started = startInterview(compiled.value, { now: AT_TEN, seed: 1, ...options });
    if (!started.ok) throw new Error(started.error.message);
    this.interview = started.value;
  }

  /** The refusal, if the step is refused. */
  take(step: InterviewStep & { readonly at?: number }): Refusal | undefined {
    this.last = applyEvent(this.interview, step);
    this.interview = this.last.interview;
    return this.last.refused;
  }

  answer(path: string, value: unknown): Refusal | undefined {
    return this.take({ kind: 'answer', path: `/data/${path}`, value });
  }

  /** Paths that the last step changed, with what of them. */
  changed(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(
      this.last?.changes.map(({ path, what }) => [path.replace('/data/', ''), what]) ?? [],
    );
  }

  node(path: string): Inspected | undefined {
    return inspect(this.interview).find((node) => node.path === `/data/${path}`);
  }

  text(path: string): string | undefined {
    return this.node(path)?.text;
  }

  /** Texts of all questions below the root, blank ones and the meta block left out. */
  texts(): Readonly<Record<string, string>> {
    const told = inspect(this.interview).filter(({ text, path }) => text !== '' && !path.includes('/meta/'));
    return Object.fromEntries(told.map(({ path, text }) => [path.replace('/data/', ''), text]));
  }

  screen(): Screen {
    return currentScreen(this.interview);
  }

  /** The questions shown now. */
  shown(): readonly QuestionView[] {
    const screen = this.screen();
    return screen.kind === 'questions' ? screen.questions : [];
  }

  /** One word for the screen: names of its questions, the repeat's path with a plus, or `end`. */
  where(): string {
    const screen = this.screen();
    if (screen.kind === 'questions')
      return screen.questions.map(({ path }) => path.replace('/data/', '')).join(' ');
    return screen.kind === 'repeat' ? `${screen.path.replace('/data/', '')}+` : 'end';
  }

  answers(): ReturnType<typeof finishedAnswers> {
    return finishedAnswers(this.interview);
  }
}

export const sit = (
  elements: readonly Element[],
  more: Partial<Definition> = {},
  options: Partial<StartOptions> = {},
): Sitting => new Sitting(define(elements, more), options);
