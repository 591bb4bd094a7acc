import type { Question } from '../../definition/index.ts';
import { isDynamicDefault } from '../dynamicDefault.ts';

/** A text as a literal of an expression, whatever quotation marks are in it. */
function literal(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  return text.includes('"')
    ? text
        .split("'")
        .map((piece) => `'${piece}'`)
        .join(`, "'", `)
    : `"${text}"`;
}

/**
 * The default cell. A literal that looks like an expression is written as an expression that gives it, and an expression that looks
 * like a literal gets a function around it, so that other tools take both as they are meant.
 */
export function defaultText({ type, default: value, dynamicDefault }: Question): string | undefined {
  if (dynamicDefault !== undefined)
    return isDynamicDefault(dynamicDefault, type) ? dynamicDefault : `string(${dynamicDefault})`;
  return value === undefined || !isDynamicDefault(value, type) ? value : `concat(${literal(value)})`;
}
