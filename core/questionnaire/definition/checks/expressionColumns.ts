import type { Element } from '../element.ts';
import { isGroup, isQuestion } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';

export interface ExpressionColumn {
  readonly node: TreeNode;
  readonly column: string;
  readonly text: string;
}

function columnsOf(element: Element): readonly (readonly [string, string | undefined])[] {
  const shared = [
    ['relevant', element.relevant],
    ['readOnly', element.readOnly],
  ] as const;
  if (isGroup(element)) return shared;
  if (!isQuestion(element)) return [...shared, ['repeatCount', element.repeatCount]];
  return [
    ...shared,
    ['required', element.required],
    ['constraint', element.constraint],
    ['warning', element.warning],
    ['calculation', element.calculation],
    ['dynamicDefault', element.dynamicDefault],
    ['choiceFilter', element.choiceFilter],
    ['choicesFrom', /[/()[\]]/.test(element.choicesFrom ?? '') ? element.choicesFrom : undefined],
  ];
}

/** The columns of an element that hold expressions, empty ones left out. */
export function expressionColumns(node: TreeNode): readonly ExpressionColumn[] {
  if (node.element === undefined) return [];
  const found: ExpressionColumn[] = [];
  for (const [column, text] of columnsOf(node.element)) {
    if (text !== undefined && text.trim() !== '') found.push({ node, column, text });
  }
  return found;
}
