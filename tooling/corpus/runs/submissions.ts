import { parseXml } from '../../../formats/xml/parseXml.ts';
import type { XmlElement } from '../../../core/questionnaire/index.ts';
import { sameRecorded } from './sameRecorded.ts';

/** Leaves that two submissions say differently: path, what the first says, what the second does. With `attributes`, those too. */
export function differingNodes(
  one: string,
  other: string,
  attributes = false,
): readonly (readonly [string, string, string])[] {
  const [wanted, got] = [leaves(one, attributes), leaves(other, attributes)];
  return [...new Set([...wanted.keys(), ...got.keys()])].flatMap((path) => {
    const [left, right] = [wanted.get(path), got.get(path)];
    if (left !== undefined && right !== undefined && sameRecorded(left, right)) return [];
    return [[path, left ?? '(nothing)', right ?? '(nothing)'] as const];
  });
}

/** What a submission says at a path, whatever prefixes are written; '' where it says nothing. */
export const submittedText = (xml: string, path: string): string => {
  const plain = (from: string): string => from.replaceAll('orx:', '').replaceAll('[1]', '');
  return [...leaves(xml, false)].find(([found]) => plain(found) === plain(path))?.[1] ?? '';
};

function leaves(xml: string, attributes: boolean): ReadonlyMap<string, string> {
  const root = parseXml(xml);
  if (!root.ok) return new Map([['', root.error]]);
  const found = new Map<string, string>();
  const work: (readonly [XmlElement, string])[] = [[root.value, `/${local(root.value)}`]];
  for (const { name, value } of root.value.attributes)
    if (name === 'id' || name === 'version') found.set(`@${name}`, value);
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const [element, path] = next;
    for (const { name, value } of attributes ? element.attributes : [])
      if (!/^xmlns\b/.test(name)) found.set(`${path}/@${name}`, value);
    const counts = new Map<string, number>();
    let text = '';
    for (const part of element.content) {
      if (typeof part === 'string') text += part;
      else {
        const count = (counts.get(local(part)) ?? 0) + 1;
        counts.set(local(part), count);
        work.push([part, `${path}/${local(part)}[${count}]`]);
      }
    }
    found.set(path, counts.size > 0 ? '' : text);
  }
  return found;
}

const local = ({ name }: XmlElement): string => name.replace(/^orx:/, '');
