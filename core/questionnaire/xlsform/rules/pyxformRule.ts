import type { Breach, WrittenForm } from './writtenForm.ts';

/** What pyxform asks of a workbook. */
export interface PyxformRule {
  /** In a sentence, for authors. */
  readonly says: string;
  /** Where pyxform 4.5 has it: module, and what there. */
  readonly source: string;
  /** It refuses what breaks the rule, or only warns. */
  readonly ends: 'refuses' | 'warns';
  readonly breaches: (form: WrittenForm) => readonly Breach[];
}
