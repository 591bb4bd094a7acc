import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXlsForm, writeXlsForm } from '../../../core/questionnaire/xlsform/index.ts';
import { calmForm, wildForm } from '../../../core/questionnaire/xlsform/rehearsal/randomForm.ts';
import { readFormContent } from '../../../formats/readFormContent.ts';
import { readWorkbook } from '../../../formats/workbook/readWorkbook.ts';
import { writeWorkbook } from '../../../formats/workbook/writeWorkbook.ts';
import { itemsetsCsv } from '../../../cli/xform/itemsetsCsv.ts';
import { writeXForm } from '../../../core/questionnaire/index.ts';

describe('forms of every type, written to files and read again', () => {
  it('are the same from the bytes of a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(wildForm, async (definition) => {
        const { workbook } = writeXlsForm(definition);
        if (workbook === null) throw new Error('the form was not written');
        const read = await readWorkbook(writeWorkbook(workbook), '.xlsx');
        expect(read.ok && readXlsForm(read.value, { fileName: 'again.xlsx' }).definition).toEqual(definition);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same from an XForm', async () => {
    await fc.assert(
      fc.asyncProperty(calmForm, async (definition) => {
        const content = new TextEncoder().encode(writeXForm(definition));
        const { definition: again } = await readFormContent(content, 'again.xml', itemsetsCsv(definition));
        expect(again).toEqual(definition);
      }),
      { numRuns: 60 },
    );
  });
});
