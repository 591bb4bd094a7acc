import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const OURS = /^file:(?!.*\/node_modules\/).*\.(ts|tsx|json)(\?.*)?$/;

/** As in the bundles, JSON needs no import attribute; where one is written, Node's own way is taken. */
const asModule = (json) => ({ format: 'module', source: `export default ${json};`, shortCircuit: true });

export async function load(url, context, nextLoad) {
  if (!OURS.test(url) || context.importAttributes?.type === 'json') return nextLoad(url, context);
  const file = fileURLToPath(url.replace(/\?.*$/, ''));
  const text = await readFile(file, 'utf8');
  if (file.endsWith('.json')) return asModule(text);
  const { code } = await transform(text, {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    format: 'esm',
    target: 'node20.19',
    sourcefile: file,
    sourcemap: 'inline',
    // Stacks need the places only; the texts would stay in memory a second time.
    sourcesContent: false,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
