export type Field = HTMLInputElement | HTMLTextAreaElement;

/** Writes at the caret, over what is selected, and lets the page know as if it had been typed; no more than the field takes. */
export function writeInto(field: Field, text: string): void {
  const [start, end] = selectionOf(field);
  const room = field.maxLength < 0 ? Infinity : field.maxLength - (field.value.length - (end - start));
  if (text.length <= room) replace(field, start, end, text);
}

/** Takes back what is selected, or the last thing before the caret: a mark on a letter goes before the letter. */
export function eraseIn(field: Field): void {
  const [start, end] = selectionOf(field);
  const last = Array.from(field.value.slice(0, start)).at(-1) ?? '';
  const from = start === end ? start - last.length : start;
  if (from !== end) replace(field, from, end, '');
}

/** Whether a sentence, or a word where each has a capital, begins at the caret. */
export function beginsCapital(field: Field): boolean {
  const before = field.value.slice(0, selectionOf(field)[0]);
  switch (field.autocapitalize) {
    case 'sentences':
      return /(^|[.!?…]\s+|\n)["'«„“(]*$/u.test(before);
    case 'words':
      return /(^|[\s-])$/u.test(before);
    default:
      return false;
  }
}

const selectionOf = ({ selectionStart, selectionEnd, value }: Field): readonly [number, number] => [
  selectionStart ?? value.length,
  selectionEnd ?? value.length,
];

function replace(field: Field, start: number, end: number, text: string): void {
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(
    new InputEvent('input', {
      bubbles: true,
      inputType: text === '' ? 'deleteContentBackward' : 'insertText',
      data: text === '' ? null : text,
    }),
  );
  // A browser keeps the caret in sight only where it was typed by itself.
  if (field.selectionEnd === field.value.length) field.scrollTop = field.scrollHeight;
}
