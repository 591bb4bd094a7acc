import { isGroup, isRepeat, type Definition, type Element } from '../../../../core/questionnaire/index.ts';

export interface PreviewLine {
  readonly path: string;
  /** 0 at the top, one more in each group. */
  readonly depth: number;
  readonly element: Element;
}

/** The elements of a questionnaire in the order in which they come. */
export function previewLines({ elements }: Pick<Definition, 'elements'>): readonly PreviewLine[] {
  const lines: PreviewLine[] = [];
  const waiting = elements
    .map((element): PreviewLine => ({ path: element.name, depth: 0, element }))
    .reverse();
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    lines.push(line);
    const { element, path, depth } = line;
    if (!isGroup(element) && !isRepeat(element)) continue;
    for (const child of [...element.elements].reverse())
      waiting.push({ path: `${path}/${child.name}`, depth: depth + 1, element: child });
  }
  return lines;
}
