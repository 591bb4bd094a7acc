import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { installedBrowser } from './tooling/browser/installedBrowser.ts';
import { LAUNCH_FLAGS } from './tooling/browser/launchFlags.ts';

const IN_BROWSER = '**/*.browser.test.{ts,tsx}';
const SCENARIOS = 'core/**/*.scenario.test.ts';
/** What a server does with its store: shown with SQLite and with PostgreSQL. */
const THROUGH_THE_STORE = [
  'sync-server/ingest/{counters.property,erasure,push,poison,rebuild.property,recordedVersions,road,verdicts}.test.ts',
  'sync-server/{attachments/attachments.scenario,ingest/sealed{,Files}.scenario,inbox/inbox.property}.test.ts',
  'sync-server/devices/{enrol,fleet,hello}.test.ts',
  'sync-server/{jobs/worker,metrics/{crosstab,overview},people/signIn,store/insertColumns,surveys/publish}.test.ts',
];
const IN_POSTGRES = 'sync-server/**/postgres/*.test.ts';
const browserPath = installedBrowser();
const setupFiles = ['tooling/propertySeed.ts'];

/** Chromium itself, for what only a browser can show: IndexedDB, WebCrypto, Web Locks, layout. */
const chromium = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      args: [...LAUNCH_FLAGS],
      ...(browserPath === undefined ? {} : { executablePath: browserPath }),
    },
  }),
  instances: [{ browser: 'chromium' as const }],
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{core,formats,sync-server,electron,cli}/**/*.test.ts'],
          exclude: [IN_BROWSER, IN_POSTGRES],
          // Files of a worker share what they import: more than half of the time went into importing the same again for each.
          isolate: false,
          setupFiles,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        // ODK Web Forms' engine, with which the corpus is compared, wants a document: it must not be there for others.
        test: {
          name: 'tooling',
          environment: 'node',
          include: ['tooling/**/*.test.ts'],
          setupFiles,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Everything that is shown through a whole server is shown a second time with its store in PostgreSQL.
        test: {
          name: 'postgres',
          environment: 'node',
          include: [...THROUGH_THE_STORE, IN_POSTGRES],
          globalSetup: ['sync-server/testing/postgres/forTheRun.ts'],
          env: { EARSHOT_TEST_STORE: 'postgres' },
          setupFiles,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          exclude: [IN_BROWSER],
          setupFiles,
          testTimeout: 120_000,
        },
      },
      {
        // Scenarios run here a second time: the living specification must hold in the engine that respondents meet.
        test: {
          name: 'browser',
          include: [IN_BROWSER, SCENARIOS],
          setupFiles,
          testTimeout: 180_000,
          browser: chromium,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          setupFiles: ['e2e/failOnComplaints.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
