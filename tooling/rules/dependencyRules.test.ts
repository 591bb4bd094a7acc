import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import type { IConfiguration, ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLEAN_HOUSE, writeHouse } from './houseTree.ts';
import type { Imports } from './houseTree.ts';

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration;
const ruleNames = (config.forbidden ?? []).map((rule) => rule.name ?? '');

/** rule, file, the bad import. Each stands alone in a file of its own beside the clean house. */
const BAD: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['core-is-pure', 'core/kernel/bad1.ts', 'node:fs'],
  ['core-is-pure', 'core/kernel/bad2.ts', 'dexie'],
  ['core-is-pure', 'core/metrics/bad3.ts', '../../renderer/ui/tokens.ts'],
  ['core-imports-only', 'core/metrics/bad.test.ts', '../../sync-server/metrics/counters.ts'],
  ['core-kernel-leftwards', 'core/kernel/bad4.ts', '../response/index.ts'],
  ['core-questionnaire-leftwards', 'core/questionnaire/deep/bad5.ts', '../../response/index.ts'],
  ['core-response-leftwards', 'core/response/bad6.ts', '../metrics/index.ts'],
  ['core-metrics-leftwards', 'core/metrics/bad7.ts', '../protocol/index.ts'],
  ['core-rooms-have-one-door', 'core/protocol/bad8.ts', '../metrics/csat.ts'],
  ['core-is-entered-by-index', 'renderer/questions/bad9.tsx', '../../core/metrics/csat.ts'],
  ['core-is-entered-by-index', 'sync-server/ingest/bad10.ts', '../../core/questionnaire/definition.ts'],
  ['renderer-meets-others-in-core', 'renderer/platform/bad11.ts', '../../electron/window.ts'],
  ['renderer-meets-others-in-core', 'renderer/sync/bad12.ts', '../../sync-server/store/connection.ts'],
  ['renderer-meets-others-in-core', 'renderer/app/bad13.ts', '../../tooling/build.ts'],
  ['sync-server-imports-only', 'sync-server/ingest/bad14.ts', '../../renderer/data/database.ts'],
  ['electron-imports-only', 'electron/bad15.ts', '../renderer/platform/wakeLock.ts'],
  ['electron-imports-only', 'electron/bad16.ts', '../sync-server/store/connection.ts'],
  ['cli-imports-only', 'cli/bad17.ts', '../sync-server/store/connection.ts'],
  ['formats-imports-only', 'formats/bad45.ts', '../renderer/ui/tokens.ts'],
  ['formats-imports-only', 'formats/bad46.ts', '../cli/main.ts'],
  ['formats-runs-anywhere', 'formats/bad47.ts', 'node:fs'],
  ['renderer-ui-imports-only', 'renderer/ui/bad18.ts', '../../core/questionnaire/index.ts'],
  ['renderer-ui-imports-only', 'renderer/ui/bad19.ts', '../questions/Smiley.tsx'],
  ['renderer-i18n-imports-only', 'renderer/i18n/bad20.ts', '../ui/tokens.ts'],
  ['renderer-data-imports-only', 'renderer/data/bad21.ts', '../transport/postBatch.ts'],
  ['renderer-transport-imports-only', 'renderer/transport/bad22.ts', '../data/database.ts'],
  ['renderer-platform-imports-only', 'renderer/platform/bad23.ts', '../data/database.ts'],
  ['renderer-sync-imports-only', 'renderer/sync/bad24.ts', '../terminal/Attract.tsx'],
  ['renderer-syncFile-imports-only', 'renderer/syncFile/bad50.ts', '../transport/postBatch.ts'],
  ['renderer-questions-imports-only', 'renderer/questions/bad25.ts', '../data/database.ts'],
  ['renderer-terminal-imports-only', 'renderer/terminal/bad26.ts', '../interviewer/List.tsx'],
  ['renderer-terminal-imports-only', 'renderer/terminal/bad27.ts', '../transport/postBatch.ts'],
  ['renderer-interviewer-imports-only', 'renderer/interviewer/bad28.ts', '../console/Overview.tsx'],
  ['renderer-console-imports-only', 'renderer/console/bad29.ts', '../data/database.ts'],
  ['renderer-console-imports-only', 'renderer/console/bad30.ts', '../terminal/Attract.tsx'],
  ['nobody-imports-app', 'renderer/terminal/bad31.ts', '../app/console.tsx'],
  ['only-app-starts-sync', 'renderer/terminal/bad32.ts', '../sync/pump.ts'],
  ['only-app-starts-sync', 'renderer/data/bad33.ts', '../sync/pump.ts'],
  ['capabilities-are-strangers', 'sync-server/ingest/bad34.ts', '../people/signIn.ts'],
  ['store-knows-no-capability', 'sync-server/store/bad35.ts', '../metrics/index.ts'],
  ['only-store-opens-databases', 'sync-server/ingest/bad36.ts', 'better-sqlite3'],
  ['only-electron-knows-electron', 'renderer/platform/bad37.ts', 'electron'],
  ['renderer-runs-in-a-browser', 'renderer/data/bad38.ts', 'node:path'],
  ['no-development-packages', 'sync-server/metrics/bad39.ts', 'fast-check'],
  ['no-undeclared-packages', 'sync-server/metrics/bad40.ts', 'undeclared'],
  ['nobody-imports-a-test', 'core/metrics/bad41.ts', './csat.property.test.ts'],
  ['testing-is-for-tests', 'sync-server/ingest/bad44.ts', '../testing/index.ts'],
  ['every-import-resolves', 'core/metrics/bad42.ts', './nowhere.ts'],
  ['no-cycles', 'core/kernel/cycleA.ts', './cycleB.ts'],
  ['no-cycles', 'core/kernel/typeCycleA.ts', 'type ./typeCycleB.ts'],
  ['renderer-ui-imports-only', 'renderer/ui/bad43.ts', 'type ../../core/kernel/index.ts'],
];

const CYCLES_BACK: Imports = {
  'core/kernel/cycleB.ts': ['./cycleA.ts'],
  'core/kernel/typeCycleB.ts': ['type ./typeCycleA.ts'],
};

/** The bad imports that only show from the terminal's entry, at the end of a chain. */
const TERMINAL_REACHES: Imports = {
  'renderer/ui/Chart.tsx': ['echarts'],
  'renderer/questions/Picture.tsx': ['../ui/Chart.tsx'],
  'renderer/terminal/Picture.tsx': [
    '../questions/Picture.tsx',
    '../console/Overview.tsx',
    '../../core/questionnaire/xlsform/index.ts',
  ],
  'renderer/app/terminal.tsx': ['../terminal/Picture.tsx'],
};

const SEEING_FAR = ['terminal-stays-small', 'terminal-knows-no-console', 'terminal-reads-no-form-files'];

async function violations(root: string): Promise<string[]> {
  const folders = ['core', 'formats', 'renderer', 'electron', 'sync-server', 'cli', 'tooling'];
  const { output } = await cruise(
    folders,
    { ...config.options, ruleSet: { forbidden: config.forbidden ?? [] }, validate: true, baseDir: root },
    config.options?.enhancedResolveOptions ?? {},
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

const withHouse = async (files: Imports): Promise<string[]> => {
  const house = await writeHouse(files);
  return violations(house.root).finally(house.remove);
};

describe('the dependency rules', () => {
  let found: string[] = [];
  let fromTerminal: string[] = [];

  beforeAll(async () => {
    const bad = Object.fromEntries(BAD.map(([, file, imports]) => [file, [imports]]));
    found = await withHouse({ ...CLEAN_HOUSE, ...bad, ...CYCLES_BACK });
    fromTerminal = await withHouse({ ...CLEAN_HOUSE, ...TERMINAL_REACHES });
  });

  it('accept a house in which every import is allowed', async () => {
    expect(await withHouse(CLEAN_HOUSE)).toEqual([]);
  });

  it.each(BAD)('%s refuses %s importing %s', (rule, file) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  it.each(SEEING_FAR)('%s sees to the end of the chain', (rule) => {
    expect(fromTerminal).toContain(`${rule}: renderer/app/terminal.tsx`);
  });

  it('each have a bad import here', () => {
    const proven = [...BAD.map(([rule]) => rule), ...SEEING_FAR];
    expect(ruleNames.filter((name) => !proven.includes(name))).toEqual([]);
  });
});
