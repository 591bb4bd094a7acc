import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

export const ENGINES = ['earshot', 'xformsEngine', 'enketo', 'survey'] as const;
export type EngineName = (typeof ENGINES)[number];

const enketo = join(dirname(createRequire(import.meta.url).resolve('enketo-core')), '..', '..');

/** Each engine in a page of its own. */
export async function servePages(): Promise<{ readonly url: string; close(): void }> {
  const scripts = await bundle();
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    const script = scripts.get(name.replace(/\.js$/, ''));
    if (name.endsWith('.js') && script !== undefined) {
      response.setHeader('content-type', 'text/javascript');
      response.end(script);
    } else {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><meta charset="utf-8"><body><script type="module" src="/${name}.js"></script>`,
      );
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Enketo's date pickers, maps and drawing boards have no part in the bench. */
const withoutWidgets: Plugin = {
  name: 'without widgets',
  setup: (build) => {
    build.onResolve({ filter: /^enketo\/widgets$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default []' }));
  },
};

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    entryPoints: [...ENGINES, 'choices'].map((name) => join(import.meta.dirname, `${name}Page.ts`)),
    outdir: 'pages',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    alias: {
      'enketo/config': join(enketo, 'config.js'),
      'enketo/translator': join(enketo, 'src/js/fake-translator.js'),
      'enketo/dialog': join(enketo, 'src/js/fake-dialog.js'),
      'enketo/file-manager': join(enketo, 'src/js/file-manager.js'),
      'enketo/xpath-evaluator-binding': join(enketo, 'src/js/xpath-evaluator-binding.js'),
    },
    plugins: [withoutWidgets],
    logLevel: 'error',
  });
  return new Map(built.outputFiles.map(({ path, text }) => [basename(path, 'Page.js'), text]));
}
