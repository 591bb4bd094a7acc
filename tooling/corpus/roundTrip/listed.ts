/** Where a form is not the same after it was written and read, by the way, a piece of its id, and a piece of the difference. */
const KEPT: readonly (readonly [way: 'xlsx' | 'xform', id: RegExp, difference: RegExp, reason: string])[] = [
  [
    'xlsx',
    /test_media_column__is_ignored/,
    /no label/,
    'A column "media" that says nothing of the kind lets pyxform accept a question without a label; definitions do not keep such a column.',
  ],
];

export const keptReason = (way: 'xlsx' | 'xform', id: string, difference: string): string | undefined =>
  KEPT.find(([of, form, what]) => of === way && form.test(id) && what.test(difference))?.[3];
