/** `npm run build`: everything that changed since the last build, into dist/. */
import { join } from 'node:path';
import { buildWhatIsNeeded } from './build/buildWhatIsNeeded.ts';
import { ALL_TARGETS } from './build/targets.ts';

const built = await buildWhatIsNeeded(join(import.meta.dirname, '..'), ALL_TARGETS, console.log);
console.log(built.length === 0 ? 'Everything in dist/ is up to date.' : `Built ${built.join(', ')}.`);
