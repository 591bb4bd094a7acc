/** `npm run build`: everything that changed since the last build, into dist/. */
import { join } from 'node:path';
import { buildWhatIsNeeded } from './build/buildWhatIsNeeded.ts';
import { TARGETS } from './build/targets.ts';

const built = await buildWhatIsNeeded(join(import.meta.dirname, '..'), TARGETS, console.log);
console.log(built.length === 0 ? 'Everything in dist/ is up to date.' : `Built ${built.join(', ')}.`);
