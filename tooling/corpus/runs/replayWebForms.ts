import { err, ok } from '../../../core/kernel/index.ts';
import type { Result } from '../../../core/kernel/index.ts';
import {
  applyEvent,
  inspect,
  questionView,
  readSubmission,
  startInterview,
  submissionXml,
} from '../../../core/questionnaire/index.ts';
import type {
  Inspected,
  Interview,
  InterviewStep,
  Questionnaire,
  Refusal,
  StartProblem,
} from '../../../core/questionnaire/index.ts';
import { parseXml } from '../../../formats/xml/parseXml.ts';
import type { Difference, Replayed } from './replay.ts';
import { REPLAYED_AT, sameRecorded } from './sameRecorded.ts';
import { differingNodes, submittedText } from './submissions.ts';
import type { WebFormsNode, WebFormsRun, WebFormsStep } from './webFormsRun.ts';

/** What depends on the clock, on chance or on the recording device. */
/** Web Forms gives every form a meta block. */
const VOLATILE =
  /\/(meta|instanceID|deprecatedID|start|end|today|deviceid|phonenumber|timeStart|timeEnd)(\[1\])?$/;

const META = /^\/[^/]+\/(orx:)?meta\//;

/** Takes the steps of a run as Web Forms did, and compares nodes, submissions, choices and validation. */
export function replayWebForms(questionnaire: Questionnaire, run: WebFormsRun): Replayed {
  return new WebFormsReplay(questionnaire, run).play(run);
}

class WebFormsReplay {
  readonly #differences: Difference[] = [];
  readonly #questionnaire: Questionnaire;
  readonly #continues: boolean;
  #interview: Interview;
  #step = 0;
  #nodes = 0;
  #nodesWrong = 0;
  /** Web Forms has gone on with an answer that we refused: what follows can not be compared. */
  #apart = false;

  constructor(questionnaire: Questionnaire, run: WebFormsRun) {
    this.#questionnaire = questionnaire;
    this.#continues = run.continues === true;
    this.#interview = begin(questionnaire, run);
  }

  play(run: WebFormsRun): Replayed {
    for (const [index, step] of inOrder(run.steps).entries()) {
      this.#step = index;
      if (step.op === 'serialize' && index === run.steps.length - 1) this.#finish();
      this.#take(step);
      if (this.#apart) break;
      this.#look(step);
    }
    return { differences: this.#differences, nodes: this.#nodes, nodesWrong: this.#nodesWrong };
  }

  /** Web Forms writes what is known at the end whenever the XML is asked for. */
  #finish(): void {
    this.#interview = applyEvent(this.#interview, { kind: 'finish' }).interview;
  }

  #take(step: WebFormsStep): void {
    const ref = step.ref ?? '';
    if (step.op === 'answer' && step.node !== undefined && step.node !== null) {
      this.#answer(step.node);
      this.#showAll();
    }
    if (step.op === 'newRepeat') this.#apply({ kind: 'addRepeat', path: ref.replace(/\[\d+\]$/, '') });
    else if (step.op === 'deleteRepeat') this.#apply({ kind: 'removeRepeat', path: ref });
    else if (step.op === 'next' && step.event === 'REPEAT' && this.#find(ref) === undefined)
      this.#apply({ kind: 'addRepeat', path: ref.replace(/\[\d+\]$/, '') });
    else if (step.op === 'setLanguage') this.#setLanguage(step.language ?? '');
  }

  /** Web Forms' form is one page that shows everything all the time; we take stale choices out of what is shown. */
  #showAll(): void {
    for (const { path, kind, relevant } of inspect(this.#interview))
      if (kind === 'question' && relevant && this.#isFiltered(path))
        this.#interview = applyEvent(this.#interview, { kind: 'goTo', path }).interview;
  }

  #isFiltered(path: string): boolean {
    const { question } = this.#questionnaire.byPath.get(path.replace(/\[\d+\]/g, '')) ?? {};
    return question?.choiceFilter !== undefined || question?.choicesFrom !== undefined;
  }

  #apply(event: InterviewStep): Refusal | undefined {
    const { interview, refused } = applyEvent(this.#interview, event);
    this.#interview = interview;
    if (refused !== undefined && event.kind !== 'answer') this.#differ(event.kind, 'taken', refused.reason);
    return refused;
  }

  /** Web Forms keeps an answer that breaks its constraint and marks it; we refuse it. */
  #answer({ ref, value, valid }: WebFormsNode): void {
    const refused = this.#apply({ kind: 'answer', path: ref, value });
    const objection = refused?.reason === 'constraint' || refused?.reason === 'required';
    const got = refused?.reason ?? 'true';
    this.#compare(`answer to ${ref} with ${JSON.stringify(value)}`, String(valid), got);
    if (objection && got === String(valid)) this.#apart = true;
  }

  #setLanguage(wanted: string): void {
    const { languages } = this.#questionnaire.definition;
    const found = languages.find(({ code, name }) => [code, name, `${name} (${code})`].includes(wanted));
    this.#apply({ kind: 'language', language: found?.code ?? wanted });
  }

  #look(step: WebFormsStep): void {
    const ref = step.ref ?? '';
    if (step.node !== undefined && step.node !== null) {
      if (META.test(step.node.ref)) this.#compareMeta(step.node);
      else this.#compareNode(step.node);
    }
    const xml = step.xml ?? step.instance;
    if (xml !== undefined) this.#compareSubmission(xml);
    if (step.op === 'choices') this.#compareChoices(ref, step.choices ?? []);
    if (step.op === 'count') {
      const found = inspect(this.#interview).filter(({ path }) => path.replace(/\[\d+\]$/, '') === ref);
      this.#compare(`count of ${ref}`, String(step.value), String(found.length));
    }
    if ((step.op === 'next' || step.op === 'label') && typeof step.label === 'string') {
      const shown = questionView(this.#interview, ref)?.label ?? this.#find(ref)?.label ?? '';
      this.#compare(`label of ${ref}`, squeezed(step.label), squeezed(shown));
    }
    if (step.op === 'hint' && typeof step.hint === 'string')
      this.#compare(
        `hint of ${ref}`,
        squeezed(step.hint),
        squeezed(questionView(this.#interview, ref)?.hint ?? ''),
      );
    if (step.op === 'validate') this.#validate(step);
  }

  #validate({ violations = [] }: WebFormsStep): void {
    const got = inspect(this.#interview)
      .filter(({ verdict }) => verdict !== 'ok')
      .map(({ path, verdict }) => `${verdict} ${path}`);
    const wanted = violations.map(({ ref, condition }) => `${condition} ${ref}`);
    this.#compare('validation', wanted.join(', '), got.join(', '));
  }

  /** The meta block stands in the submission alone, under whatever prefix. */
  #compareMeta({ ref, value }: WebFormsNode): void {
    if (this.#continues)
      this.#compare(`value of ${ref}`, value ?? '', submittedText(submissionXml(this.#interview), ref));
  }

  #compareNode({ ref, value, relevant, required, readonly }: WebFormsNode): void {
    const node = this.#find(ref);
    if (node === undefined && this.#isRepeat(ref)) return;
    this.#nodes += 1;
    const before = this.#differences.length;
    const flags = [relevant, required, readonly].map(Number).join(' ');
    this.#compare(
      `flags of ${ref}`,
      flags,
      [node?.relevant, node?.required, node?.readOnly].map(Number).join(' '),
    );
    // Web Forms shows no value while a node is irrelevant; as in JavaRosa, ours is kept.
    if (!VOLATILE.test(ref) && relevant)
      this.#compare(`value of ${ref}`, value ?? '', node?.text ?? '(no node)');
    if (this.#differences.length > before) this.#nodesWrong += 1;
  }

  #compareSubmission(xml: string): void {
    for (const [path, wanted, got] of differingNodes(xml, submissionXml(this.#interview)))
      if (!VOLATILE.test(path)) this.#compare(`submission ${path}`, wanted, got);
  }

  #compareChoices(ref: string, choices: readonly (readonly [string, string | null])[]): void {
    const view = questionView(this.#interview, ref);
    const got = view?.choices.map(({ name, label }) => `${name}=${squeezed(label)}`) ?? [];
    const wanted = choices.map(([name, label]) => `${name}=${squeezed(label ?? name)}`);
    this.#compare(`choices of ${ref}`, wanted.join(' | '), got.join(' | '));
  }

  #find = (ref: string): Inspected | undefined =>
    inspect(this.#interview).find(({ path }) => path.replaceAll('[1]', '') === ref.replaceAll('[1]', ''));

  /** Web Forms has nodes for repeats as such, with none of their instances. */
  #isRepeat(ref: string): boolean {
    return this.#questionnaire.byPath.get(ref.replace(/\[\d+\]/g, ''))?.kind === 'repeat';
  }

  /** As JavaRosa we say in which zone a time is meant, Web Forms keeps what the form says. */
  #compare(what: string, wanted: string, got: string): void {
    const zoneless = /^(\d{4}-\d\d-\d\dT)?\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(wanted);
    if (!sameRecorded(wanted, zoneless ? got.replace(/(Z|[+-]\d\d:\d\d)$/, '') : got))
      this.#differ(what, wanted, got);
  }

  #differ(what: string, wanted: string, got: string): void {
    this.#differences.push({ step: this.#step, what, wanted, got });
  }
}

/** Where a test watched the XML, what an action made of it was recorded before the action. */
function inOrder(steps: readonly WebFormsStep[]): readonly WebFormsStep[] {
  const ordered = [...steps];
  for (let index = 0; index + 1 < ordered.length; index += 1) {
    const [seen, action] = [ordered[index], ordered[index + 1]];
    const isWatched = seen?.op === 'serialize' && seen.instance !== undefined;
    if (!isWatched || action === undefined || !ACTIONS.has(action.op) || action.instance !== undefined)
      continue;
    ordered[index] = action;
    ordered[index + 1] = seen;
    index += 1;
  }
  return ordered;
}

const ACTIONS = new Set(['answer', 'newRepeat', 'deleteRepeat']);

function begin(questionnaire: Questionnaire, run: WebFormsRun): Interview {
  const started =
    run.continues === true
      ? goOn(questionnaire, run.instance ?? '')
      : startInterview(questionnaire, { now: REPLAYED_AT, seed: 1 });
  if (!started.ok) throw new Error(`${started.error.path}: ${started.error.message}`);
  return started.value;
}

function goOn(questionnaire: Questionnaire, xml: string): Result<Interview, StartProblem> {
  const root = parseXml(xml);
  if (!root.ok) throw new Error(root.error);
  const read = readSubmission(questionnaire, root.value, { now: REPLAYED_AT, seed: 1, purpose: 'goOn' });
  if (!read.ok) return read;
  const [first] = read.value.leftOut;
  return first === undefined ? ok(read.value.interview) : err(first);
}

const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
