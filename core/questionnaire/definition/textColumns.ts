import type { Media, Text } from './text.ts';
import type { Element } from './element.ts';
import { isQuestion } from './element.ts';

export interface TextColumn {
  readonly column: string;
  readonly text: Text;
}

export function mediaColumns(media: Media | undefined): readonly TextColumn[] {
  if (media === undefined) return [];
  const found: TextColumn[] = [];
  const add = (column: string, text: Text | undefined): void => {
    if (text !== undefined) found.push({ column: `media/${column}`, text });
  };
  add('image', media.image);
  add('bigImage', media.bigImage);
  add('audio', media.audio);
  add('video', media.video);
  return found;
}

/** The columns of an element that hold texts in languages. */
export function textColumns(element: Element): readonly TextColumn[] {
  const found: TextColumn[] = [];
  const add = (column: string, text: Text | undefined): void => {
    if (text !== undefined) found.push({ column, text });
  };
  add('label', element.label);
  add('hint', element.hint);
  add('guidanceHint', element.guidanceHint);
  if (isQuestion(element)) {
    add('requiredMessage', element.requiredMessage);
    add('constraintMessage', element.constraintMessage);
    add('warningMessage', element.warningMessage);
  }
  return [...found, ...mediaColumns(element.media)];
}
