import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputHash } from './inputHash.ts';
import type { Target } from './targets.ts';

type Hashes = Record<string, string>;

const memo = (root: string): string => join(root, 'dist/built.json');

function readHashes(root: string): Hashes {
  try {
    return JSON.parse(readFileSync(memo(root), 'utf8')) as Hashes;
  } catch {
    return {}; // Never built, or cut short while writing: build again.
  }
}

/** Builds the targets whose inputs changed since their last build; returns their names. */
export async function buildWhatIsNeeded(
  root: string,
  targets: readonly Target[],
  say: (line: string) => void,
): Promise<string[]> {
  const built: string[] = [];
  for (const target of targets) {
    const hash = inputHash(root, target.inputs);
    if (readHashes(root)[target.name] === hash && existsSync(join(root, target.output))) continue;
    say(`Building ${target.name} ...`);
    await target.build(root);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(memo(root), JSON.stringify({ ...readHashes(root), [target.name]: hash }, null, 2));
    built.push(target.name);
  }
  return built;
}
