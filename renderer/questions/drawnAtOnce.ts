import type { ComponentType } from 'react';
import type { QuestionView } from '../../core/questionnaire/index.ts';
import { isPlainSelect } from './isPlainSelect.ts';
import type { QuestionProps } from './questionProps.ts';
import { SelectMultiple } from './SelectMultiple.tsx';
import { SelectOne } from './SelectOne.tsx';
import { Smiley } from './Smiley.tsx';
import { Unshown } from './Unshown.tsx';

/** What first screens are made of, and what has nothing to draw: there from the start. Undefined for all that comes later. */
export function drawnAtOnce(view: QuestionView): ComponentType<QuestionProps> | undefined {
  switch (view.type) {
    case 'smiley':
      return view.readOnly ? undefined : Smiley;
    case 'select_one':
      return isPlainSelect(view) ? SelectOne : undefined;
    case 'select_multiple':
      return isPlainSelect(view) ? SelectMultiple : undefined;
    case 'note':
    case 'statement':
      return Unshown;
    default:
      return undefined;
  }
}
