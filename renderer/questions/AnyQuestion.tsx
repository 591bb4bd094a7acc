import { createElement, type ComponentType } from 'react';
import type { QuestionTypeName } from '../../core/questionnaire/index.ts';
import type { QuestionProps } from './questionProps.ts';
import { SelectMultiple } from './SelectMultiple.tsx';
import { SelectOne } from './SelectOne.tsx';
import { Smiley } from './Smiley.tsx';
import { TextEntry } from './TextEntry.tsx';
import { Unshown } from './Unshown.tsx';

/** One component per question type; a type that is not drawn yet says so and can be passed over. */
const COMPONENTS: Partial<Record<QuestionTypeName, ComponentType<QuestionProps>>> = {
  smiley: Smiley,
  select_one: SelectOne,
  select_multiple: SelectMultiple,
  text: TextEntry,
};

export function AnyQuestion(props: QuestionProps) {
  return createElement(COMPONENTS[props.view.type] ?? Unshown, props);
}
