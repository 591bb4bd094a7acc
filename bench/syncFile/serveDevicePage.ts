import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';

const PAGE = '/bench/';

/** The device's page on the server's own origin: its scripts come from here, all else from the server. */
export async function serveDevicePage(context: BrowserContext, origin: string): Promise<() => Promise<Page>> {
  const scripts = await bundled();
  await context.route(`${origin}${PAGE}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(PAGE.length);
    const script = scripts.get(name.replace(/\.ts$/, '.js'));
    return script === undefined
      ? route.fulfill({ contentType: 'text/html', body: HTML })
      : route.fulfill({ contentType: 'text/javascript', body: script });
  });
  return async () => {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`${origin}${PAGE}`);
    await page.waitForFunction(() => 'readReceipt' in window);
    return page;
  };
}

const HTML = `<!doctype html><input type="file"><script type="module" src="${PAGE}devicePage.js"></script>`;

async function bundled(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: {
      devicePage: join(import.meta.dirname, 'devicePage.ts'),
      journalWorker: join(import.meta.dirname, '../../renderer/platform/journal/journalWorker.ts'),
    },
    outdir: 'pages',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  return new Map(outputFiles.map(({ path, text }) => [path.split('/').at(-1) ?? '', text]));
}
