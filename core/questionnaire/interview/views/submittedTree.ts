import { attributeName } from '../compile/addedElements.ts';
import type { Interview } from '../interview.ts';
import type { InterviewNode } from '../state/interviewNode.ts';

/** What is sent of an interview, as a tree: questions with their XForms text, groups and repeat instances with their children. */
export interface SubmittedNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** '' for blank, and for groups. */
  readonly text: string;
  readonly children: readonly SubmittedNode[];
}

/** Relevant nodes only, blank ones included, in document order. */
export function submittedTree({ state }: Interview): SubmittedNode {
  const [head] = state.root.nodes;
  if (head === undefined) throw new Error('a questionnaire has a root');
  const tree = treeOf(head);
  return state.deprecatedId === null ? tree : replacing(tree, state.deprecatedId);
}

/** OpenRosa: an edited submission names the one that it takes the place of. */
function replacing(tree: SubmittedNode, id: string): SubmittedNode {
  const replaced = { name: 'deprecatedID', attributes: {}, text: id, children: [] };
  const children = tree.children.map((child) =>
    child.name === 'meta' ? { ...child, children: [...child.children, replaced] } : child,
  );
  return { ...tree, children };
}

function treeOf(node: InterviewNode): SubmittedNode {
  const { place } = node;
  const inside = childrenOf(node).filter((child) => child.relevant);
  const workedOut = inside.flatMap(({ place: { name }, kept }) => {
    const attribute = attributeName(name);
    return attribute === undefined ? [] : [[attribute, kept] as const];
  });
  return {
    name: place.name,
    attributes: { ...place.element?.instance, ...Object.fromEntries(workedOut) },
    text: node.kept,
    children: inside.filter(({ place: { name } }) => attributeName(name) === undefined).map(treeOf),
  };
}

function childrenOf({ frame, place }: InterviewNode): readonly InterviewNode[] {
  return place.children.flatMap((child) =>
    child.kind === 'repeat'
      ? (frame.repeats[child.scope.index] ?? []).flatMap((instance) => instance.nodes[0] ?? [])
      : (frame.nodes[child.slot] ?? []),
  );
}
