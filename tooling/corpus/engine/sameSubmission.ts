import {
  applyEvent,
  compileQuestionnaire,
  inspect,
  questionView,
  startInterview,
  submissionXml,
  writeXForm,
} from '../../../core/questionnaire/index.ts';
import type { Definition, Element, Interview, QuestionView } from '../../../core/questionnaire/index.ts';
import { isQuestion, isRepeat } from '../../../core/questionnaire/index.ts';
import { differingNodes } from '../runs/submissions.ts';
import { EngineForm } from './engineForm.ts';
import { plausibleAnswers } from './plausibleAnswers.ts';

export interface Compared {
  readonly answers: number;
  readonly nodes: number;
  /** What differs, a sentence each. */
  readonly differences: readonly string[];
}

/** Device and clock fill these in. */
const OF_THE_DEVICE: ReadonlySet<string> = new Set([
  ...['start', 'end', 'today', 'deviceid', 'username', 'email', 'phonenumber', 'simserial', 'subscriberid'],
]);

function* devicePaths(elements: readonly Element[], above: string): Generator<string> {
  for (const element of elements) {
    const path = `${above}/${element.name}`;
    if (!isQuestion(element)) yield* devicePaths(element.elements, path);
    else if (OF_THE_DEVICE.has(element.type)) yield path;
  }
}

/** What is calculated and has no words is not shown. */
const isShown = ({ question }: QuestionView): boolean =>
  question.label !== undefined ||
  question.hint !== undefined ||
  question.media !== undefined ||
  (question.calculation === undefined && question.triggers === undefined);

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?/g;

/** Random numbers and the moment are not the same twice. */
const steady = (xml: string): string =>
  xml.replace(UUID, 'uuid').replace(MOMENT, (moment) => `${moment.slice(0, 13)} `);

function* openRepeats(elements: readonly Element[], above: string): Generator<string> {
  for (const element of elements) {
    if (isQuestion(element)) continue;
    const path = `${above}/${element.name}`;
    if (!isRepeat(element)) yield* openRepeats(element.elements, path);
    else if (element.repeatCount === undefined && element.fixed !== true) yield path;
  }
}

/** One person's answers, given to our interview and to the engine that runs the XForm we write. */
class Sitting {
  readonly differences: string[] = [];
  answers = 0;

  constructor(
    private interview: Interview,
    private readonly engine: EngineForm,
  ) {}

  addRepeats({ elements, root = 'data' }: Definition): void {
    for (const path of openRepeats(elements, `/${root}`)) {
      const { interview, refused } = applyEvent(this.interview, { kind: 'addRepeat', path });
      this.interview = interview;
      if (refused === undefined) this.engine.addRepeat(path);
    }
  }

  /** Answers whatever is asked, again and again as answers bring up further questions. */
  answerAll(): void {
    const done = new Set<string>();
    for (let path = this.nextPath(done); path !== undefined; path = this.nextPath(done)) {
      done.add(path);
      this.answerOne(path);
    }
  }

  private nextPath(done: ReadonlySet<string>): string | undefined {
    return inspect(this.interview).find(
      ({ path, kind, relevant, readOnly }) => kind === 'question' && relevant && !readOnly && !done.has(path),
    )?.path;
  }

  private answerOne(path: string): void {
    const view = questionView(this.interview, path);
    if (view === undefined || !isShown(view)) return;
    for (const value of plausibleAnswers(view).slice(0, 12)) {
      const { interview, refused } = applyEvent(this.interview, { kind: 'answer', path, value });
      this.interview = interview;
      if (refused !== undefined) continue;
      this.answers += 1;
      const why = this.engine.answer(path, value);
      if (why !== undefined) this.differences.push(`${path}: ${why}`);
      return;
    }
  }

  async compare({ elements, root = 'data' }: Definition): Promise<Compared> {
    const volatile = new Set([...devicePaths(elements, `/${root}`), `/${root}/meta/instanceID`]);
    const ours = steady(submissionXml(this.interview));
    const theirs = steady(await this.engine.submission());
    const nodes = differingNodes(ours, theirs, true).filter(
      ([path]) => !volatile.has(path.replaceAll(/\[\d+\]/g, '')),
    );
    const told = nodes.map(
      ([path, mine, other]) => `${path}: ours ${mine.slice(0, 80)}, the engine's ${other.slice(0, 80)}`,
    );
    const count = ours.match(/<[^/]/g)?.length ?? 0;
    return { answers: this.answers, nodes: count, differences: [...this.differences, ...told] };
  }
}

/** The same answers, given here and to ODK Web Forms' engine with the XForm that we write of the definition: what differs in the end. */
export async function sameSubmission(definition: Definition): Promise<Compared> {
  const compiled = compileQuestionnaire(definition);
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join(' '));
  const started = startInterview(compiled.value, { now: Date.now(), seed: 1 });
  if (!started.ok) throw new Error(started.error.message);
  const engine = await EngineForm.load(writeXForm(definition), new Map());
  const sitting = new Sitting(started.value, engine);
  sitting.addRepeats(definition);
  sitting.answerAll();
  return sitting.compare(definition);
}
