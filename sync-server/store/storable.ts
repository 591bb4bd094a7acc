/** Of texts without any of these, and that is nearly all, nothing more need be asked: the search below is dearer by far. */
const SUSPECT = /[\0\uD800-\uDFFF]/;

/** Whether every database takes the text: it has neither NUL nor half a surrogate pair. */
export const isStorable = (text: string): boolean => !SUSPECT.test(text) || !/[\0\p{Surrogate}]/u.test(text);

/** The text as every database takes it. The inbox keeps what was really sent. */
export const storable = (text: string): string =>
  isStorable(text) ? text : text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
