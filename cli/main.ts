import { backup, BACKUP_USAGE } from './backup.ts';
import { check, CHECK_USAGE } from './check.ts';
import { convert, CONVERT_USAGE } from './convert.ts';
import type { Ending } from './ending.ts';
import { evaluate, EVALUATE_USAGE } from './evaluate.ts';
import { rebuild, REBUILD_USAGE } from './rebuild.ts';
import { restore, RESTORE_USAGE } from './restore.ts';
import { simulate, SIMULATE_USAGE } from './simulate.ts';
import { verify, VERIFY_USAGE } from './verify.ts';

type Command = (args: readonly string[]) => Ending | Promise<Ending>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['check', check],
  ['convert', convert],
  ['evaluate', evaluate],
  ['simulate', simulate],
  ['backup', backup],
  ['restore', restore],
  ['verify', verify],
  ['rebuild', rebuild],
]);

const USAGE = `Usage:
Questionnaires
${[CHECK_USAGE, CONVERT_USAGE, EVALUATE_USAGE, SIMULATE_USAGE].join('\n')}
A server's data
${[BACKUP_USAGE, RESTORE_USAGE, VERIFY_USAGE, REBUILD_USAGE].join('\n')}`;

const [name = '', ...args] = process.argv.slice(2);
const ending = await run();
if (ending.output !== undefined) process.stdout.write(`${ending.output}\n`);
if (ending.error !== undefined) process.stderr.write(`${ending.error}\n`);
process.exitCode = ending.status;

async function run(): Promise<Ending> {
  const command = COMMANDS.get(name);
  if (command === undefined) return { status: name === '--help' ? 0 : 2, error: USAGE };
  try {
    return await command(args);
  } catch (failure) {
    // Mistyped options and files that are not there; anything else is a bug and shows its stack.
    if (failure instanceof Error && 'code' in failure) return { status: 2, error: failure.message };
    throw failure;
  }
}
