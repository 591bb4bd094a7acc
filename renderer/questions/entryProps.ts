import type { QuestionProps } from './questionProps.ts';

/** What ties a field to the words around it, for those who hear them. */
export const entryProps = ({
  view,
  labelId,
  describedBy,
}: Pick<QuestionProps, 'view' | 'labelId' | 'describedBy'>) => ({
  'aria-labelledby': labelId,
  'aria-describedby': describedBy,
  'aria-required': view.required,
  'aria-invalid': view.violation !== undefined,
});
