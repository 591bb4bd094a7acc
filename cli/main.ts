import { check, CHECK_USAGE } from './check.ts';
import { convert, CONVERT_USAGE } from './convert.ts';
import type { Ending } from './ending.ts';
import { evaluate, EVALUATE_USAGE } from './evaluate.ts';
import { simulate, SIMULATE_USAGE } from './simulate.ts';

type Command = (args: readonly string[]) => Ending | Promise<Ending>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['check', check],
  ['convert', convert],
  ['evaluate', evaluate],
  ['simulate', simulate],
]);

const USAGE = `Usage:\n${CHECK_USAGE}\n${CONVERT_USAGE}\n${EVALUATE_USAGE}\n${SIMULATE_USAGE}`;

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
