import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface ProgramOptions {
  /** Print as it goes; otherwise the output is handed back, to be printed only if something is wrong. */
  readonly live?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** The root of the repository where left out. */
  readonly cwd?: string;
}

export interface ProgramResult {
  readonly status: number;
  readonly output: string;
}

/** Runs a program to its end; a program that cannot start has the status 127. */
export function runProgram(
  command: string,
  args: readonly string[],
  { live = false, env = {}, timeoutMs = 0, cwd = root }: ProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let output = '';
    // A Vite build in this process sets NODE_ENV for good; tests run with React's development build and choose for themselves.
    const { NODE_ENV: _ofTheBuild, ...inherited } = process.env;
    const child = spawn(command, args, {
      cwd,
      env: { ...inherited, ...env },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      timeout: timeoutMs,
    });
    const take = (text: Buffer) => (output += text.toString('utf8'));
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', (error) => resolve({ status: 127, output: `${output}${error.message}\n` }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** A command of an installed package, by its script: works where npm has linked no `.bin`. */
export const runNode = (
  script: string,
  args: readonly string[],
  options?: ProgramOptions,
): Promise<ProgramResult> =>
  runProgram(process.execPath, [join(root, 'node_modules', script), ...args], options);
