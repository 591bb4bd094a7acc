import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Path of a file -> what it imports; `type ./x.ts` is a type import. */
export type Imports = Readonly<Record<string, readonly string[]>>;

const PACKAGES = [
  '@noble/hashes',
  'json-schema-to-ts',
  'react',
  'dexie',
  'better-sqlite3',
  'echarts',
  '@mantine/core',
  '@tanstack/react-query',
  'fastify',
];
const DEVELOPMENT_PACKAGES = ['electron', 'fast-check'];

/** A small house in which every import is allowed; each room of the design has at least one file. */
export const CLEAN_HOUSE: Imports = {
  'core/kernel/index.ts': ['@noble/hashes'],
  'core/questionnaire/index.ts': ['../kernel/index.ts', './definition.ts'],
  'core/questionnaire/definition.ts': ['json-schema-to-ts'],
  'core/questionnaire/xlsform/index.ts': ['../definition.ts'],
  'core/response/index.ts': ['../questionnaire/index.ts'],
  'core/metrics/index.ts': ['../response/index.ts', './csat.ts'],
  'core/metrics/csat.ts': ['../kernel/index.ts'],
  'core/metrics/csat.property.test.ts': ['./csat.ts', 'fast-check', 'node:fs'],
  'core/protocol/index.ts': ['../metrics/index.ts', '../kernel/index.ts'],
  'renderer/ui/Button.tsx': ['react', './tokens.ts'],
  'renderer/ui/tokens.ts': [],
  'renderer/i18n/language.ts': ['../../core/kernel/index.ts'],
  'renderer/data/database.ts': ['dexie', '../../core/response/index.ts'],
  'renderer/transport/postBatch.ts': ['../../core/protocol/index.ts'],
  'renderer/platform/wakeLock.ts': ['../../core/protocol/index.ts'],
  'renderer/sync/pump.ts': [
    '../data/database.ts',
    '../transport/postBatch.ts',
    '../../core/protocol/index.ts',
  ],
  'renderer/questions/Smiley.tsx': ['../ui/Button.tsx', '../../core/questionnaire/index.ts'],
  'renderer/terminal/Attract.tsx': [
    '../questions/Smiley.tsx',
    '../data/database.ts',
    '../platform/wakeLock.ts',
    '../i18n/language.ts',
    '../ui/Button.tsx',
  ],
  'renderer/interviewer/List.tsx': ['../questions/Smiley.tsx', '../data/database.ts'],
  'renderer/console/Overview.tsx': [
    '@mantine/core',
    'echarts',
    '@tanstack/react-query',
    '../transport/postBatch.ts',
    '../questions/Smiley.tsx',
    '../../formats/readForm.ts',
  ],
  'renderer/app/terminal.tsx': ['../terminal/Attract.tsx', '../sync/pump.ts'],
  'renderer/app/console.tsx': ['../console/Overview.tsx'],
  'electron/main.ts': ['electron', './window.ts', 'node:path'],
  'electron/window.ts': ['../core/protocol/index.ts'],
  'sync-server/main.ts': ['fastify', './ingest/index.ts', './store/connection.ts', './people/signIn.ts'],
  'sync-server/ingest/index.ts': ['./takeBatch.ts'],
  'sync-server/ingest/takeBatch.ts': [
    '../store/connection.ts',
    '../metrics/index.ts',
    '../../core/protocol/index.ts',
  ],
  'sync-server/metrics/index.ts': ['./counters.ts'],
  'sync-server/metrics/counters.ts': ['../store/connection.ts'],
  'sync-server/people/signIn.ts': ['../store/connection.ts'],
  'sync-server/store/connection.ts': ['better-sqlite3', 'node:fs'],
  'sync-server/testing/index.ts': ['../people/index.ts'],
  'sync-server/people/index.ts': [],
  'sync-server/ingest/takeBatch.test.ts': ['../testing/index.ts'],
  'formats/readForm.ts': ['../core/questionnaire/xlsform/index.ts'],
  'cli/main.ts': ['../core/questionnaire/index.ts', '../formats/readForm.ts', 'node:fs'],
  'tooling/build.ts': ['node:fs'],
};

const line = (path: string): string =>
  path.startsWith('type ') ? `import type { Here } from '${path.slice(5)}';` : `import '${path}';`;

const text = (imports: readonly string[]): string =>
  [...imports.map(line), 'export type Here = true;', ''].join('\n');

async function put(root: string, path: string, content: string): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Writes a house into a new folder, with stand-ins for the packages; the caller removes it. */
export async function writeHouse(files: Imports): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'earshot-house-'));
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  await put(
    root,
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: versions(PACKAGES),
      devDependencies: versions(DEVELOPMENT_PACKAGES),
    }),
  );
  for (const name of [...PACKAGES, ...DEVELOPMENT_PACKAGES, 'undeclared']) {
    await put(root, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await put(root, `node_modules/${name}/index.js`, 'module.exports = {};');
  }
  for (const [path, imports] of Object.entries(files)) await put(root, path, text(imports));
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
