import type { Element, Question } from '../definition/index.ts';
import type { RowReader } from './surveyForm.ts';
import type { Control } from './typeCell.ts';

/** What KoboToolbox's rows in a score or a ranking become: questions about one list. */
export interface KoboRows {
  readonly kind: 'score' | 'rank';
  readonly list: string;
  readonly make: (row: Question) => Question;
}

/** A group, repeat or loop that has begun. */
export interface Block {
  readonly control: Control;
  readonly name: string;
  readonly reader: RowReader;
  readonly elements: Element[];
  readonly rows?: KoboRows;
  /** Makes what it becomes once all that is in it is known. */
  readonly finish: () => readonly Element[];
}
