import type { Ending } from './ending.ts';

type Command = (args: readonly string[]) => Ending | Promise<Ending>;

interface Loaded {
  readonly run: Command;
  readonly usage: string;
}

type Commands = Readonly<Record<string, () => Promise<Loaded>>>;

// Each is loaded when it is asked for: whoever checks a form needs no database in memory.
const OF_QUESTIONNAIRES: Commands = {
  check: async () => {
    const { check: run, CHECK_USAGE: usage } = await import('./check.ts');
    return { run, usage };
  },
  convert: async () => {
    const { convert: run, CONVERT_USAGE: usage } = await import('./convert.ts');
    return { run, usage };
  },
  evaluate: async () => {
    const { evaluate: run, EVALUATE_USAGE: usage } = await import('./evaluate.ts');
    return { run, usage };
  },
  simulate: async () => {
    const { simulate: run, SIMULATE_USAGE: usage } = await import('./simulate.ts');
    return { run, usage };
  },
};
const OF_DATA: Commands = {
  backup: async () => {
    const { backup: run, BACKUP_USAGE: usage } = await import('./backup.ts');
    return { run, usage };
  },
  restore: async () => {
    const { restore: run, RESTORE_USAGE: usage } = await import('./restore.ts');
    return { run, usage };
  },
  verify: async () => {
    const { verify: run, VERIFY_USAGE: usage } = await import('./verify.ts');
    return { run, usage };
  },
  import: async () => {
    const { importCommand: run, IMPORT_USAGE: usage } = await import('./import.ts');
    return { run, usage };
  },
  open: async () => {
    const { openCommand: run, OPEN_USAGE: usage } = await import('./open.ts');
    return { run, usage };
  },
  rebuild: async () => {
    const { rebuild: run, REBUILD_USAGE: usage } = await import('./rebuild.ts');
    return { run, usage };
  },
  'move-store': async () => {
    const { moveStore: run, MOVE_STORE_USAGE: usage } = await import('./moveStore.ts');
    return { run, usage };
  },
  generate: async () => {
    const { generate: run, GENERATE_USAGE: usage } = await import('./generate.ts');
    return { run, usage };
  },
};
const COMMANDS: ReadonlyMap<string, () => Promise<Loaded>> = new Map(
  Object.entries({ ...OF_QUESTIONNAIRES, ...OF_DATA }),
);

async function usageOf(commands: Commands): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  return loaded.map(({ usage }) => usage).join('\n');
}

const allUsages = async (): Promise<string> => `Usage:
Questionnaires
${await usageOf(OF_QUESTIONNAIRES)}
A server's data
${await usageOf(OF_DATA)}`;

const [name = '', ...args] = process.argv.slice(2);
const ending = await run();
if (ending.output !== undefined) process.stdout.write(`${ending.output}\n`);
if (ending.error !== undefined) process.stderr.write(`${ending.error}\n`);
process.exitCode = ending.status;

async function run(): Promise<Ending> {
  const load = COMMANDS.get(name);
  if (load === undefined) return { status: name === '--help' ? 0 : 2, error: await allUsages() };
  const { run: command } = await load();
  try {
    return await command(args);
  } catch (failure) {
    // Mistyped options and files that are not there; anything else is a bug and shows its stack.
    if (failure instanceof Error && 'code' in failure) return { status: 2, error: failure.message };
    throw failure;
  }
}
