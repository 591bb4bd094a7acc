import { isQuestion } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { pathOf } from '../elementTree.ts';
import type { CheckContext } from './checkContext.ts';
import { namedNode } from './checkName.ts';
import { cyclicComponents, wayAround } from './cycles.ts';
import { expressionColumns } from './expressionColumns.ts';
import { findPath } from './findPath.ts';

const MOST_SHOWN = 12;

/** Columns that decide what a node's value is, or whether it is there. The others may look at the node itself. */
function decides(node: TreeNode, column: string): boolean {
  if (column === 'relevant' || column === 'repeatCount') return true;
  if (column !== 'calculation' || node.element === undefined || !isQuestion(node.element)) return false;
  return (node.element.triggers ?? []).length === 0;
}

interface Dependencies {
  readonly edges: number[][];
  /** Column by which a node reaches another, by `from -> to`. */
  readonly columns: Map<string, string>;
}

function dependencies(context: CheckContext): Dependencies {
  const { nodes } = context.tree;
  const numbers = new Map<TreeNode, number>(nodes.map((node, index) => [node, index]));
  const columns = new Map<string, string>();
  const edges = nodes.map((node, from) => {
    const targets = new Set<number>();
    const add = (target: TreeNode | undefined, column: string): void => {
      const to = target === undefined ? undefined : numbers.get(target);
      if (to === undefined) return;
      targets.add(to);
      if (!columns.has(`${from}>${to}`)) columns.set(`${from}>${to}`, column);
    };
    add(node.parent, '');
    for (const { column, text } of expressionColumns(node)) {
      const inspected = decides(node, column) ? context.inspect(text) : undefined;
      if (inspected?.ok !== true) continue;
      const { names, paths } = inspected.value.references;
      for (const { name, lastSaved, reach } of names) {
        if (!lastSaved && reach === 'nearest') add(namedNode(context, name), column);
      }
      for (const path of paths) add(findPath(context.tree.root, node, path), column);
    }
    return Array.from(targets);
  });
  return { edges, columns };
}

/** Several questions, each relevant by others' answers and by nothing else: JavaRosa runs them, and so do we. */
function isMutual(
  component: readonly number[],
  nodes: readonly TreeNode[],
  edges: readonly (readonly number[])[],
  columns: ReadonlyMap<string, string>,
): boolean {
  const inside = new Set(component);
  return (
    component.length > 1 &&
    component.every((from) => {
      const element = nodes[from]?.element;
      if (element === undefined || !isQuestion(element)) return false;
      const targets = edges[from]?.filter((to) => inside.has(to)) ?? [];
      return targets.every((to) => to !== from && columns.get(`${from}>${to}`) === 'relevant');
    })
  );
}

/**
 * Values and relevance may not depend on themselves, by whatever way round: they could not be computed in any order. What asks
 * for all instances of a repeat (indexed-repeat, predicates) may mean the instances before its own, which is no circle.
 */
export function checkCycles(context: CheckContext): void {
  const { nodes } = context.tree;
  const { edges, columns } = dependencies(context);
  for (const component of cyclicComponents(edges)) {
    if (isMutual(component, nodes, edges, columns)) continue;
    const way = wayAround(edges, component);
    const first = nodes[way[0] ?? 0];
    if (first === undefined) continue;
    const steps = way.slice(0, -1).map((from, index) => {
      const node = nodes[from];
      const column = columns.get(`${from}>${way[index + 1] ?? from}`) ?? '';
      const by = column === '' ? 'stands inside' : `by its ${column} depends on`;
      return `${node === undefined ? '' : pathOf(node)} ${by} `;
    });
    const shown =
      steps.length > MOST_SHOWN
        ? [...steps.slice(0, MOST_SHOWN), `... ${steps.length - MOST_SHOWN} more ... `]
        : steps;
    const column = columns.get(`${way[0] ?? 0}>${way[1] ?? 0}`) ?? '';
    const message = `goes round in a circle: ${shown.join('')}${pathOf(first)}. Take one of these references away.`;
    context.error(first, column, 'cycle', message);
  }
}
