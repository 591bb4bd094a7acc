/**
 * What a property is tried with is the same in every run, so that a change is never refused for what chance found in another room.
 * `EARSHOT_SEED=random npm run unit -- property` (or a number) looks further; what it finds is mended and becomes an example.
 */
import { configureGlobal } from 'fast-check';

// A browser has no environment to ask.
const asked = typeof process === 'undefined' ? undefined : process.env['EARSHOT_SEED'];
if (asked !== 'random') configureGlobal({ seed: Number(asked ?? 20261122) });
