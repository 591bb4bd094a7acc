import { endingOf } from '../fileName.ts';
import { textOf, type FormFile } from './formFile.ts';

const ALWAYS_FORMS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xls', '.md', '.json']);
const LOOKED_AT = 4_000;

/** The first cell of some line of a form in CSV names a sheet. */
const FORM_IN_CSV = /^\uFEFF?"?(?:survey|choices|settings)"?\s*(?:,|\r|\n)/im;
const XFORM = /<(?:h:)?html[\s>]|http:\/\/www\.w3\.org\/2002\/xforms/i;

function isForm(file: FormFile): boolean {
  const ending = endingOf(file.name);
  if (ALWAYS_FORMS.has(ending)) return true;
  if (ending !== '.csv' && ending !== '.xml') return false;
  const start = textOf({ ...file, content: file.content.subarray(0, LOOKED_AT) });
  return (ending === '.csv' ? FORM_IN_CSV : XFORM).test(start);
}

/** Which of several files are forms, and which lie beside them: lists in CSV or XML, pictures, sounds. */
export function sortFiles(files: readonly FormFile[]): {
  readonly forms: readonly FormFile[];
  readonly beside: readonly FormFile[];
} {
  return { forms: files.filter(isForm), beside: files.filter((file) => !isForm(file)) };
}
