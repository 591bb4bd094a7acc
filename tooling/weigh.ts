/** `npm run weigh`: what the terminal's first script consists of, by package and folder: gzipped bytes, each minified by itself. */
import { join } from 'node:path';
import { transform } from 'esbuild';
import { build } from 'vite';
import { gzipBytes } from './budget/bundleBudget.ts';

const root = join(import.meta.dirname, '..');

/** `node_modules/dexie/...` is dexie; of ours, the folder two deep. */
function origin(id: string): string {
  const pack = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
  if (pack !== undefined) return pack;
  return id.startsWith(root)
    ? id
        .slice(root.length + 1)
        .split('/')
        .slice(0, 3)
        .join('/')
    : id;
}

const result = await build({
  configFile: join(root, 'renderer/vite.config.ts'),
  mode: 'terminal',
  logLevel: 'error',
  build: { write: false },
});
if (!('output' in result)) throw new Error('one build was asked for');
const code = new Map<string, string>();
for (const chunk of result.output) {
  if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
  for (const [id, module] of Object.entries(chunk.modules)) {
    code.set(origin(id), (code.get(origin(id)) ?? '') + (module.code ?? ''));
  }
}
const weights: (readonly [name: string, bytes: number])[] = [];
for (const [name, text] of code) {
  const minified = await transform(text, { minify: true, format: 'esm', loader: 'js' });
  weights.push([name, gzipBytes(Buffer.from(minified.code))]);
}
for (const [name, bytes] of weights.sort(([, a], [, b]) => b - a)) {
  if (bytes > 500) console.log(String(bytes).padStart(8), name);
}
