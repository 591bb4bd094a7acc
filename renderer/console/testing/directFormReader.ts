import { ok } from '../../../core/kernel/index.ts';
import { checkForms } from '../../../formats/check/checkForms.ts';
import type { FormReader } from '../reading/formReader.ts';

/** The same reading without a worker, which jsdom does not have. */
export const directFormReader: FormReader = async (files, told) => ok(await checkForms(files, told));
