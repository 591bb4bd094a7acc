import type { Finding, Workbook } from '../workbook.ts';
import { choiceRules } from './choiceRules.ts';
import { formRules } from './formRules.ts';
import { nameRules } from './nameRules.ts';
import type { PyxformRule } from './pyxformRule.ts';
import { questionRules } from './questionRules.ts';
import { sheetRules } from './sheetRules.ts';
import { WrittenForm } from './writtenForm.ts';

/** All that is checked of a workbook before it is said that pyxform takes it. */
export const pyxformRules: readonly PyxformRule[] = [
  ...sheetRules,
  ...formRules,
  ...questionRules,
  ...nameRules,
  ...choiceRules,
];

/** Which rules of pyxform a workbook breaks, and where: errors are refused by it, warnings warned of. */
export function breachesOf(workbook: Workbook): readonly Finding[] {
  const form = new WrittenForm(workbook);
  return pyxformRules.flatMap(({ says, ends, breaches }) =>
    breaches(form).map(({ row, sheet, column, what }): Finding => {
      const severity = ends === 'refuses' ? 'error' : 'warning';
      return { severity, sheet, row: row?.number ?? 1, column, message: `This ${what}. ${says}` };
    }),
  );
}
