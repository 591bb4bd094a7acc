import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import {
  applyEvent,
  failures,
  inspect,
  isFinished,
  listDocument,
  startInterview,
} from '../../core/questionnaire/index.ts';
import type {
  AttachedLists,
  Change,
  Inspected,
  Interview,
  InterviewStep,
  Questionnaire,
  Refusal,
} from '../../core/questionnaire/index.ts';
import { whereIs } from '../../formats/check/carryLists.ts';
import { stemOf } from '../../formats/fileName.ts';
import type { Script } from './script.ts';

/** What `earshot simulate --json` prints. Values are XForms strings, '' for blank. */
export interface Report {
  readonly values: Readonly<Record<string, string>>;
  readonly relevant: Readonly<Record<string, boolean>>;
  readonly required: Readonly<Record<string, boolean>>;
  readonly readonly: Readonly<Record<string, boolean>>;
  readonly valid: Readonly<Record<string, 'ok' | 'constraint' | 'required'>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly finished: boolean;
  /** What could not be evaluated and why, by path and column; only when there is any. */
  readonly failures?: Readonly<Record<string, string>>;
  /** What is to be said of lists that the form reads and that are not there, by file; only when there are any. */
  readonly missing?: Readonly<Record<string, string>>;
  readonly steps?: readonly StepReport[];
}

export interface StepReport {
  readonly step: InterviewStep;
  readonly taken: boolean;
  readonly refused?: Refusal;
  readonly changed: readonly (Change & { readonly value?: string })[];
}

export interface Surroundings {
  readonly now: number;
  readonly seed: number;
  /** Attached lists; those of the script come before them. */
  readonly lists?: AttachedLists;
  /** Files with lists that are not there; the script may still bring them. */
  readonly missing?: readonly string[];
}

/** Runs an interview from its start through all steps. Refused steps leave no trace in the data. */
export function runScript(
  questionnaire: Questionnaire,
  script: Script,
  surroundings: Surroundings,
  trace: boolean,
): Result<Report, string> {
  const { language, timeZone, device, preloaded, lastSaved } = script;
  const lists = Object.entries(script.lists).map(([name, rows]) => [name, listDocument(rows)] as const);
  const started = startInterview(questionnaire, {
    now: script.now ?? surroundings.now,
    seed: script.seed ?? surroundings.seed,
    device,
    preloaded,
    lastSaved,
    lists: { ...surroundings.lists, ...Object.fromEntries(lists) },
    ...(language !== undefined && { language }),
    ...(timeZone !== undefined && { timeZone }),
  });
  if (!started.ok) return err(`${started.error.path}: ${started.error.message}`);
  let interview = started.value;
  const steps: StepReport[] = [];
  for (const step of script.steps) {
    const outcome = applyEvent(interview, step);
    interview = outcome.interview;
    if (trace) steps.push(reportStep(interview, step, outcome.changes, outcome.refused));
  }
  const report = { ...reportOn(interview), ...missingOf(surroundings, script) };
  return ok(trace ? { ...report, steps } : report);
}

function missingOf({ missing = [] }: Surroundings, { lists }: Script): Pick<Report, 'missing'> {
  const lacking = missing.filter((file) => !Object.hasOwn(lists, stemOf(file)));
  return lacking.length === 0
    ? {}
    : { missing: Object.fromEntries(lacking.map((file) => [file, whereIs(file)])) };
}

function reportOn(interview: Interview): Report {
  const nodes = inspect(interview);
  const failed = failures(interview);
  const questions = nodes.filter(({ kind }) => kind === 'question');
  return {
    values: pick(questions, ({ text }) => text),
    relevant: pick(nodes, ({ relevant }) => relevant),
    required: pick(nodes, ({ required }) => required),
    readonly: pick(nodes, ({ readOnly }) => readOnly),
    valid: pick(nodes, ({ verdict }) => verdict),
    labels: pick(
      nodes.filter(({ label }) => label !== undefined),
      ({ label }) => label ?? '',
    ),
    finished: isFinished(interview),
    ...(Object.keys(failed).length > 0 && { failures: failed }),
  };
}

const pick = <T>(nodes: readonly Inspected[], value: (node: Inspected) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(nodes.map((node) => [node.path, value(node)]));

function reportStep(
  interview: Interview,
  step: InterviewStep,
  changes: readonly Change[],
  refused: Refusal | undefined,
): StepReport {
  const texts = new Map(inspect(interview).map(({ path, text }) => [path, text]));
  const changed = changes.map((change) =>
    change.what.includes('value') ? { ...change, value: texts.get(change.path) ?? '' } : change,
  );
  return { step, taken: refused === undefined, ...(refused !== undefined && { refused }), changed };
}
