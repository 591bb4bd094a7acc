import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const OURS = /^file:(?!.*\/node_modules\/).*\.(ts|tsx)(\?.*)?$/;

export async function load(url, context, nextLoad) {
  if (!OURS.test(url)) return nextLoad(url, context);
  const file = fileURLToPath(url.replace(/\?.*$/, ''));
  const { code } = await transform(await readFile(file, 'utf8'), {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    format: 'esm',
    target: 'node20',
    sourcefile: file,
    sourcemap: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
