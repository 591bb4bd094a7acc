import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { installedBrowser } from './tooling/browser/installedBrowser.ts';
import { LAUNCH_FLAGS } from './tooling/browser/launchFlags.ts';

const IN_BROWSER = '**/*.browser.test.{ts,tsx}';
const SCENARIOS = 'core/**/*.scenario.test.ts';
const browserPath = installedBrowser();

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
          include: ['{core,formats,sync-server,electron,cli,tooling}/**/*.test.ts'],
          exclude: [IN_BROWSER],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          exclude: [IN_BROWSER],
          testTimeout: 30_000,
        },
      },
      {
        // Scenarios run here a second time: the living specification must hold in the engine that respondents meet.
        test: {
          name: 'browser',
          include: [IN_BROWSER, SCENARIOS],
          testTimeout: 60_000,
          browser: chromium,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          setupFiles: ['e2e/failOnComplaints.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
