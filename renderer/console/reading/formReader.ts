import type { Result } from '../../../core/kernel/index.ts';
import type { CheckedForm } from '../../../formats/check/checkForms.ts';
import type { FormFile } from '../../../formats/check/formFile.ts';

/** Why files could not be read to the end; what was read before stays good. */
export type ReadingFailure = 'tooSlow' | 'failed';

/** Checks files as `checkForms` does, somewhere where that harms nobody; tells of each form as soon as it is known. */
export type FormReader = (
  files: readonly FormFile[],
  told: (form: CheckedForm) => void,
) => Promise<Result<{ readonly unclaimed: readonly string[] }, ReadingFailure>>;
