/**
 * `node --import ./tooling/typescript.mjs script.ts`: runs our own TypeScript on every Node we support (20 cannot strip types
 * itself). esbuild turns each file as it is loaded; nothing is bundled, so paths, import.meta.url and stack lines stay true.
 */
import { register } from 'node:module';

register('./typescriptLoader.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
