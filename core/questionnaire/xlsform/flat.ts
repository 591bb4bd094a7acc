import type { Element } from '../definition/index.ts';
import { compact } from './compact.ts';
import type { Origins } from './origins.ts';

const joined = (
  outer: string | undefined,
  operator: 'and' | 'or',
  inner: string | undefined,
): string | undefined =>
  outer === undefined || inner === undefined ? (outer ?? inner) : `(${outer}) ${operator} (${inner})`;

/**
 * What the legacy setting `flat` makes of a group: it arranges questions on the screen and is no part of the data, so its
 * questions stand in its place and keep to its rules.
 */
export function withoutGroup(element: Element, origins: Origins): readonly Element[] {
  if (element.type !== 'group' || !('elements' in element)) return [element];
  const { relevant, readOnly } = element;
  if (relevant === undefined && readOnly === undefined) return element.elements;
  return element.elements.map((inner) => {
    const made = compact<Element>({
      ...inner,
      relevant: joined(relevant, 'and', inner.relevant),
      readOnly: joined(readOnly, 'or', inner.readOnly),
    });
    const origin = origins.of(inner);
    return origin === undefined ? made : origins.keep(made, origin.table, origin.row);
  });
}
