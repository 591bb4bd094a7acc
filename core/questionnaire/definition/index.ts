export type { Definition, Language, Choice, Settings, EntityDeclaration } from './definition.ts';
export type { Element, Question, Group, Repeat } from './element.ts';
export { isGroup, isRepeat, isQuestion } from './element.ts';
export type { Text, ExpressionText, Media, Attributes } from './text.ts';
