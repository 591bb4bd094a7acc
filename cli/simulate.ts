import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err } from '../core/kernel/index.ts';
import type { Result } from '../core/kernel/index.ts';
import type { Ending } from './ending.ts';
import type { LoadedQuestionnaire } from './loadQuestionnaire.ts';
import { compileInline, loadQuestionnaire } from './loadQuestionnaire.ts';
import { ownMistake } from './ownMistake.ts';
import { runScript } from './simulation/runScript.ts';
import type { Report } from './simulation/runScript.ts';
import { parseScript } from './simulation/script.ts';

export const SIMULATE_USAGE = `earshot simulate QUESTIONNAIRE --answers FILE --json [--trace]
earshot simulate --batch FILE --json [--trace]

Runs an interview without a screen and prints what it comes to. A questionnaire is .xlsx, .xls, .csv, .md, .xml or .json; lists that it
asks for are taken from its folder, or the folder NAME-media beside it; the status is 1 when one is not there.
  --answers FILE  {"now", "seed", "language", "timezone", "steps": [{"answer": "/data/name", "value": ...},
                  {"addRepeat": "/data/visit"}, {"removeRepeat": "/data/visit[2]"}, {"language": "lv"}, {"finish": true}]}
  --batch FILE    [{"questionnaire": file or JSON, "answers": file or JSON}, ...]; prints a list in the same order
  --trace         says for each step whether it was taken, and what it changed`;

/** The command behind `earshot simulate`. */
export async function simulate(args: readonly string[]): Promise<Ending> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      answers: { type: 'string' },
      batch: { type: 'string' },
      json: { type: 'boolean' },
      trace: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [questionnaire] = positionals;
  const simulator = new Simulator(values.trace === true);
  if (values.help === true) return { status: 0, output: SIMULATE_USAGE };
  if (values.batch !== undefined) return printed(await simulator.runBatch(resolve(values.batch)));
  if (questionnaire === undefined || values.answers === undefined)
    return { status: 2, error: SIMULATE_USAGE };
  const report = await simulator.run(questionnaire, values.answers, process.cwd());
  const ending = printed(report);
  return report.ok && report.value.missing !== undefined ? { ...ending, status: 1 } : ending;
}

function printed(result: Result<unknown, string>): Ending {
  const shown = result.ok ? result.value : { error: result.error };
  return {
    status: result.ok ? 0 : 1,
    output: JSON.stringify(shown, null, Array.isArray(shown) ? undefined : 2),
  };
}

/** Runs scripts, and compiles each questionnaire only once. */
class Simulator {
  readonly #trace: boolean;
  readonly #compiled = new Map<string, Promise<Result<LoadedQuestionnaire, string>>>();

  constructor(trace: boolean) {
    this.#trace = trace;
  }

  async runBatch(path: string): Promise<Result<unknown, string>> {
    const batch = await readJson(path);
    if (!batch.ok) return batch;
    if (!Array.isArray(batch.value)) return err(`${path}: write a list of {"questionnaire", "answers"}.`);
    const reports: unknown[] = [];
    for (const item of batch.value as readonly unknown[]) {
      const { questionnaire, answers } = (item ?? {}) as { questionnaire?: unknown; answers?: unknown };
      const report = await this.run(questionnaire, answers, dirname(path)).catch((thrown: unknown) =>
        err(ownMistake(thrown)),
      );
      reports.push(report.ok ? report.value : { error: report.error });
    }
    return { ok: true, value: reports };
  }

  /** Both are the name of a file, seen from `folder` or from where the command runs, or JSON itself. */
  async run(questionnaire: unknown, answers: unknown, folder: string): Promise<Result<Report, string>> {
    const compiled = await this.#compile(questionnaire, folder);
    if (!compiled.ok) return compiled;
    const raw =
      typeof answers === 'string'
        ? await readJson(await locate(answers, folder))
        : { ok: true as const, value: answers };
    if (!raw.ok) return raw;
    const script = parseScript(raw.value);
    if (!script.ok) return script;
    const { questionnaire: runnable, lists, missing } = compiled.value;
    const surroundings = { now: Date.now(), seed: randomInt(2 ** 48 - 1), lists, missing };
    return runScript(runnable, script.value, surroundings, this.#trace);
  }

  async #compile(questionnaire: unknown, folder: string): Promise<Result<LoadedQuestionnaire, string>> {
    if (typeof questionnaire !== 'string') return compileInline(questionnaire);
    const path = await locate(questionnaire, folder);
    const compiled = this.#compiled.get(path) ?? loadQuestionnaire(path);
    this.#compiled.set(path, compiled);
    return compiled;
  }
}

async function locate(file: string, folder: string): Promise<string> {
  if (isAbsolute(file)) return file;
  const beside = resolve(folder, file);
  const found = await readFile(beside).then(
    () => true,
    () => false,
  );
  return found ? beside : resolve(file);
}

async function readJson(path: string): Promise<Result<unknown, string>> {
  try {
    return { ok: true, value: JSON.parse(await readFile(path, 'utf8')) as unknown };
  } catch (error) {
    return err(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
