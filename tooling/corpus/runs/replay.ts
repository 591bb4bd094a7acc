import {
  applyEvent,
  inspect,
  isFinished,
  questionView,
  startInterview,
  submissionXml,
} from '../../../core/questionnaire/index.ts';
import type {
  AttachedLists,
  Inspected,
  Interview,
  InterviewStep,
  Questionnaire,
  Refusal,
} from '../../../core/questionnaire/index.ts';
import type { Changes, NodeState, RecordedRun, RecordedStep } from './recordedRun.ts';
import { REPLAYED_AT, sameRecorded } from './sameRecorded.ts';
import { differingNodes } from './submissions.ts';

export interface Difference {
  readonly step: number;
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
}

export interface Replayed {
  readonly differences: readonly Difference[];
  /** Node states looked at, after every step. */
  readonly nodes: number;
  readonly nodesWrong: number;
}

/** Takes the steps of a run as JavaRosa did, and compares all there is after each. */
export function replay(questionnaire: Questionnaire, run: RecordedRun, lists: AttachedLists): Replayed {
  return new Replay(questionnaire, run, lists).play();
}

class Replay {
  readonly #questionnaire: Questionnaire;
  readonly #run: RecordedRun;
  readonly #lists: AttachedLists;
  readonly #volatile: ReadonlySet<string>;
  readonly #wanted = new Map<string, NodeState>();
  readonly #differences: Difference[] = [];
  #interview: Interview;
  #step = -1;
  #nodes = 0;
  #nodesWrong = 0;

  constructor(questionnaire: Questionnaire, run: RecordedRun, lists: AttachedLists) {
    this.#questionnaire = questionnaire;
    this.#run = run;
    this.#lists = lists;
    this.#volatile = new Set(run.volatile);
    this.#interview = this.#begin();
  }

  play(): Replayed {
    this.#expect(this.#run.init);
    this.#compareNodes();
    for (const [index, step] of this.#run.steps.entries()) {
      this.#step = index;
      this.#take(step);
      this.#expect(step.changes);
      if (this.#isDue(index)) this.#compareNodes();
      this.#compareView(step);
    }
    return { differences: this.#differences, nodes: this.#nodes, nodesWrong: this.#nodesWrong };
  }

  /** After every step, but for very long runs. */
  #isDue(step: number): boolean {
    const { steps } = this.#run;
    return steps.length < 2_000 || this.#wanted.size < 1_000 || step % 50 === 0 || step === steps.length - 1;
  }

  #begin(): Interview {
    const started = startInterview(this.#questionnaire, { now: REPLAYED_AT, seed: 1, lists: this.#lists });
    if (!started.ok) throw new Error(`${started.error.path}: ${started.error.message}`);
    return started.value;
  }

  #take(step: RecordedStep): void {
    const ref = step.ref ?? '';
    if (step.op === 'answer') this.#answer(ref, step);
    else if (step.op === 'newRepeat') this.#apply({ kind: 'addRepeat', path: ref.replace(/\[\d+\]$/, '') });
    else if (step.op === 'deleteRepeat') this.#apply({ kind: 'removeRepeat', path: ref });
    else if (step.op === 'next' && step.event === 'repeat') this.#stepTo(ref);
    else if (step.op === 'setLanguage') this.#setLanguage(step.language ?? '');
    else if (step.op === 'newInstance') this.#interview = this.#begin();
    else if (step.op === 'validate') this.#validate(step);
    else if (step.op === 'submission') this.#compareSubmission(step.xml ?? '');
    else if (step.op === 'choices') this.#show(ref);
    else if (step.op === 'get') this.#compareValue(ref, step.value ?? null);
    else if (step.op === 'node') this.#compareNode(ref, step);
    else if (step.op === 'count') {
      const found = inspect(this.#interview).filter(
        ({ path }) => path.replace(/\[\d+\]$/, '') === ref,
      ).length;
      this.#compare(`count of ${ref}`, String(step.value), String(found));
    }
  }

  #apply(event: InterviewStep): Refusal | undefined {
    const outcome = applyEvent(this.#interview, event);
    this.#interview = outcome.interview;
    const { refused } = outcome;
    if (refused !== undefined && event.kind !== 'answer' && event.kind !== 'finish')
      this.#differ(`${event.kind} refused`, '', refused.reason);
    return refused;
  }

  #answer(path: string, step: RecordedStep): void {
    const refused = this.#apply({ kind: 'answer', path, value: step.value ?? '' });
    if (step.ref !== undefined && this.#volatile.has(path)) return;
    const result =
      refused === undefined
        ? 'OK'
        : refused.reason === 'constraint'
          ? 'CONSTRAINT_VIOLATED'
          : refused.reason === 'required'
            ? 'REQUIRED_BUT_EMPTY'
            : refused.reason;
    this.#compare(`answer to ${path} with ${JSON.stringify(step.value)}`, step.result ?? 'OK', result);
  }

  /** Counted instances that JavaRosa makes when someone steps to them, where ours are not there at once. */
  #stepTo(ref: string): void {
    if (this.#find(ref) === undefined) this.#apply({ kind: 'addRepeat', path: ref.replace(/\[\d+\]$/, '') });
  }

  /** JavaRosa takes stale choices out of an answer when its choices are asked for; we do when the question is shown. */
  #show(path: string): void {
    this.#interview = applyEvent(this.#interview, { kind: 'goTo', path }).interview;
  }

  #setLanguage(wanted: string): void {
    const { languages } = this.#questionnaire.definition;
    const found = languages.find(({ code, name }) => [code, name, `${name} (${code})`].includes(wanted));
    this.#apply({ kind: 'language', language: found?.code ?? wanted });
  }

  #validate({ outcome }: RecordedStep): void {
    const refused = isFinished(this.#interview) ? undefined : this.#apply({ kind: 'finish' });
    const wanted =
      outcome === null || outcome === undefined
        ? 'valid'
        : `${outcome.code === 1 ? 'required' : 'constraint'} ${outcome.ref}`;
    this.#compare(
      'validation',
      wanted,
      refused === undefined ? 'valid' : `${refused.reason} ${refused.path ?? ''}`,
    );
  }

  #compareSubmission(xml: string): void {
    for (const [path, wanted, got] of differingNodes(xml, submissionXml(this.#interview))) {
      if (
        !this.#volatile.has(path.replaceAll('[1]', '')) &&
        !this.#volatile.has(path) &&
        !path.endsWith('/instanceID')
      )
        this.#differ(`submission ${path}`, wanted, got);
    }
  }

  #compareValue(ref: string, value: string | number | null): void {
    const node = this.#find(ref);
    if (this.#volatile.has(ref)) return;
    this.#compareText(`value of ${ref}`, value === null ? '' : String(value), node?.text ?? '(no node)');
  }

  #compareNode(ref: string, step: RecordedStep): void {
    const node = this.#find(ref);
    this.#compareValue(ref, step.value ?? null);
    const flags = [step.relevant, step.required, step.readonly].map(Number).join(' ');
    const got = [node?.relevant, node?.required, node?.readOnly].map(Number).join(' ');
    this.#compare(`flags of ${ref}`, flags, got);
  }

  #find = (ref: string): Inspected | undefined =>
    inspect(this.#interview).find(({ path }) => plain(path) === plain(ref));

  #expect(changes: Changes = {}): void {
    for (const [path, state] of Object.entries(changes)) {
      if (state === null) this.#wanted.delete(path);
      else this.#wanted.set(path, state);
    }
  }

  /** JavaRosa makes counted instances only when someone steps to them: until then ours are ahead. */
  #compareNodes(): void {
    const seen = new Set<string>();
    for (const node of inspect(this.#interview)) {
      seen.add(node.path);
      const wanted = this.#wanted.get(node.path);
      if (wanted === undefined) {
        if (!isBelowRepeat(node.path) || this.#run.init === undefined)
          this.#wrong(node.path, '(no node)', node.text);
        continue;
      }
      this.#nodes += 1;
      this.#compareState(node, wanted);
    }
    for (const [path, state] of this.#wanted) {
      if (seen.has(path)) continue;
      this.#nodes += 1;
      this.#wrong(path, JSON.stringify(state), '(no node)');
    }
  }

  #compareState(node: Inspected, [value, relevant, required, readOnly]: NodeState): void {
    // That a group is required means nothing.
    const isQuestion = node.kind === 'question';
    if (node.path.endsWith('/meta/instanceID')) return;
    const flags = `${Number(node.relevant)} ${isQuestion ? Number(node.required) : 0} ${Number(node.readOnly)}`;
    const wantedFlags = `${relevant} ${isQuestion ? required : 0} ${readOnly}`;
    if (flags !== wantedFlags) this.#wrong(`${node.path} flags`, wantedFlags, flags);
    else if (node.kind === 'question' && !this.#volatile.has(node.path)) {
      const wanted = value === null ? '' : String(value);
      if (!sameRecorded(wanted, node.text)) this.#wrong(node.path, wanted, node.text);
    }
  }

  readonly #told = new Set<string>();

  #wrong(path: string, wanted: string, got: string): void {
    this.#nodesWrong += 1;
    const key = `${path} ${wanted} ${got}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#differ(path, wanted, got);
  }

  #compareView({ op, ref, event, label, hint, choices }: RecordedStep): void {
    if (ref === null || ref === undefined || (op !== 'next' && op !== 'choices')) return;
    if (event === 'promptNewRepeat' || event === 'end') return;
    const view = questionView(this.#interview, ref);
    if (label !== undefined && op === 'next') {
      const shown = view?.label ?? this.#find(ref)?.label ?? '';
      this.#compareText(`label of ${ref}`, squeezed(label ?? ''), squeezed(shown));
    }
    if (hint !== undefined)
      this.#compareText(`hint of ${ref}`, squeezed(hint ?? ''), squeezed(view?.hint ?? ''));
    if (choices === undefined) return;
    const got = view?.choices.map(({ name, label: shown }) => `${name}=${squeezed(shown)}`) ?? [];
    const wanted = choices.map(([name, shown]) => `${name}=${squeezed(shown ?? name)}`);
    const byChance = view?.parameters['randomize'] === 'true' && view.parameters['seed'] === undefined;
    const inOrder = (texts: readonly string[]): string => (byChance ? texts.toSorted() : texts).join(' | ');
    this.#compareText(`choices of ${ref}`, inOrder(wanted), inOrder(got));
  }

  #compareText(what: string, wanted: string, got: string): void {
    if (!sameRecorded(wanted, got) && !isMissingTranslation(wanted, got)) this.#differ(what, wanted, got);
  }

  #compare(what: string, wanted: string, got: string): void {
    if (wanted !== got) this.#differ(what, wanted, got);
  }

  #differ(what: string, wanted: string, got: string): void {
    this.#differences.push({ step: this.#step, what, wanted, got });
  }
}

/** pyxform writes a dash where a text has no translation; we show the text of another language. */
const isMissingTranslation = (wanted: string, got: string): boolean => wanted === '-' && got !== '-';

const plain = (path: string): string => path.replaceAll('[1]', '');
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isBelowRepeat = (path: string): boolean => path.includes('[');
