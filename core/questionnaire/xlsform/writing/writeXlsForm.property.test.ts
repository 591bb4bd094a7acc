import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXlsForm } from '../readXlsForm.ts';
import { calmForm, wildForm } from '../rehearsal/randomForm.ts';
import { writeXlsForm } from './writeXlsForm.ts';

describe('forms of every type, written as rows, are read as what they were', () => {
  it('with texts as people type them, from the columns of XLSForm', () => {
    fc.assert(
      fc.property(calmForm, (definition) => {
        const { workbook, findings } = writeXlsForm(definition);
        expect(findings).toEqual([]);
        expect(workbook && readXlsForm(workbook, { fileName: 'other.xlsx' }).definition).toEqual(definition);
        const headers = workbook?.sheets
          .filter(({ name }) => name !== 'settings')
          .flatMap(({ rows }) => rows[0]);
        expect(headers).not.toContain('earshot_more');
      }),
      { numRuns: 100 },
    );
  });

  it('with texts that readers of spreadsheets change', () => {
    fc.assert(
      fc.property(wildForm, (definition) => {
        const { workbook, findings } = writeXlsForm(definition);
        expect(findings).toEqual([]);
        expect(workbook && readXlsForm(workbook, { fileName: 'other.xlsx' }).definition).toEqual(definition);
      }),
      { numRuns: 100 },
    );
  });
});
