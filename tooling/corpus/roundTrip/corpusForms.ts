import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Definition } from '../../../core/questionnaire/index.ts';
import { readXlsForm } from '../../../core/questionnaire/xlsform/index.ts';
import { readFormContent } from '../../../formats/readFormContent.ts';
import type { MarkdownForm } from '../xlsforms/markdownForms.ts';
import { workbookOf } from '../xlsforms/markdownForms.ts';

/** A form of the corpus that we read. */
export interface CorpusForm {
  readonly id: string;
  readonly definition: Definition;
}

/** The recorded workbooks that have no errors, one after the other. */
export async function* workbookForms(folder: string): AsyncGenerator<CorpusForm> {
  const recorded = JSON.parse(readFileSync(join(folder, 'xlsforms.json'), 'utf8')) as readonly {
    readonly file: string;
  }[];
  for (const { file } of recorded) {
    const { definition } = await readFormContent(readFileSync(join(folder, file)), file);
    if (definition !== null) yield { id: file.replace(/^xlsforms\//, ''), definition };
  }
}

/** The same for the forms of pyxform's tests. */
export function* markdownForms(folder: string): Generator<CorpusForm> {
  const lines = gunzipSync(readFileSync(join(folder, 'markdown_forms.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n');
  for (const line of lines) {
    const form = JSON.parse(line) as MarkdownForm;
    const { definition } = readXlsForm(workbookOf(form), { fileName: `${form.name ?? 'test_name'}.md` });
    if (definition !== null) yield { id: form.test.replace(/^tests\./, ''), definition };
  }
}
