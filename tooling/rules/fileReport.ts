import { basename, dirname } from 'node:path';

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface FileReport {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly largest: number;
  /** One line per broken rule, ready to print. */
  readonly faults: readonly string[];
}

const MAX_LINES = 400;
const DRAWERS = /^(utils?|helpers?|common|misc|types?|managers?|lib|shared|stuff)$/i;
// Written so that this file does not find itself.
const MARKER = /\b(TO-?DO|FIX-?ME|X{3}|HA-?CK)\b/g;
const OWNED_MARKER = /@TO-?DO\([a-z][\w-]*\)/gi;
const CODE = /\.(ts|tsx|js|mjs|cjs|css)$/;
const TEST = /\.test\.tsx?$/;

const lineCount = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** The name `stem` without its extensions: `csat.property.test.ts` is `csat`. */
const stem = (name: string): string => name.replace(/\..*$/, '');

function nameFaults(path: string): string[] {
  const parts = [...dirname(path).split('/'), stem(basename(path))];
  return parts
    .filter((part) => DRAWERS.test(part))
    .map((part) => `${path}: "${part}" is a drawer; name it after what it does`);
}

function textFaults({ path, text }: SourceFile): string[] {
  const faults: string[] = [];
  const lines = lineCount(text);
  if (lines > MAX_LINES)
    faults.push(`${path}: ${lines} lines, at most ${MAX_LINES}: split it by what it does`);
  const stray = text.replace(OWNED_MARKER, '').match(MARKER);
  if (stray !== null) faults.push(`${path}: "${stray[0]}" without an owner: write @TODO(name)`);
  return faults;
}

/** Two spellings of one name are one file on some disks and two on others. */
function spellingFaults(files: readonly SourceFile[]): string[] {
  const seen = new Map<string, string>();
  const faults: string[] = [];
  for (const { path } of files) {
    const plain = path.toLowerCase();
    const other = seen.get(plain);
    if (other !== undefined) faults.push(`${path}: differs from ${other} only in its capitals`);
    seen.set(plain, path);
  }
  return faults;
}

/** Size and names of our code (tests are held to the limits but do not count in the distribution). */
export function fileReport(files: readonly SourceFile[]): FileReport {
  const code = files.filter(({ path }) => CODE.test(path));
  const sizes = code
    .filter(({ path }) => !TEST.test(path))
    .map(({ text }) => lineCount(text))
    .sort((a, b) => a - b);
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0;
  return {
    count: sizes.length,
    median: at(0.5),
    p95: at(0.95),
    largest: sizes.at(-1) ?? 0,
    faults: [
      ...code.flatMap(({ path }) => nameFaults(path)),
      ...code.flatMap(textFaults),
      ...spellingFaults(files),
    ],
  };
}
