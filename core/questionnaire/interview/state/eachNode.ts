import type { Frame, InterviewNode } from './interviewNode.ts';

/** Every node of a frame and of the instances inside it, in document order. */
export function eachNode(frame: Frame, visit: (node: InterviewNode) => void): void {
  const [head] = frame.nodes;
  if (head !== undefined) visitFrom(head, visit);
}

function visitFrom(node: InterviewNode, visit: (node: InterviewNode) => void): void {
  visit(node);
  for (const child of node.place.children) {
    if (child.kind === 'repeat') {
      for (const instance of node.frame.repeats[child.scope.index] ?? []) eachNode(instance, visit);
    } else {
      const found = node.frame.nodes[child.slot];
      if (found !== undefined) visitFrom(found, visit);
    }
  }
}
