import { BOOLEANS } from './booleans.ts';
import { CHECKLISTS } from './checklists.ts';
import { DATES } from './dates.ts';
import { DECISIONS } from './decisions.ts';
import { DEVICE_FACTS } from './deviceFacts.ts';
import { DIGESTS } from './digests.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { GEO } from './geo.ts';
import { INDEXED_REPEAT } from './indexedRepeat.ts';
import { NAMES } from './names.ts';
import { NODE_SETS } from './nodeSets.ts';
import { NUMBERS } from './numbers.ts';
import { PULLDATA } from './pulldata.ts';
import { RANDOMNESS } from './randomness.ts';
import { REGEX } from './regexFunction.ts';
import { SELECTS } from './selects.ts';
import { STRINGS } from './strings.ts';
import { SURVEY_CTO } from './surveyCto.ts';
import { SUBSTRINGS } from './substrings.ts';
import { TOTALS } from './totals.ts';

/** Every function of the language by name. */
export const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    ...STRINGS,
    ...SUBSTRINGS,
    ...BOOLEANS,
    ...DECISIONS,
    ...CHECKLISTS,
    ...NUMBERS,
    ...TOTALS,
    ...NODE_SETS,
    ...NAMES,
    ...DATES,
    ...SELECTS,
    ...GEO,
    ...DIGESTS,
    ...RANDOMNESS,
    ...DEVICE_FACTS,
    ...SURVEY_CTO,
    INDEXED_REPEAT,
    PULLDATA,
    REGEX,
  ].map((definition) => [definition.name, definition]),
);
