import type { Place } from '../compile/place.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { Cursor, InterviewState } from '../state/interviewState.ts';
import { wouldBeRelevant } from '../state/wouldBeRelevant.ts';
import { isCounted } from './isCounted.ts';

/** Where the interview can stand. `shown`: relevant now, with something to see. */
export interface Spot {
  readonly cursor: Exclude<Cursor, { readonly at: 'end' }>;
  readonly shown: boolean;
}

/** All spots in document order, those passed over included. */
export function listSpots(state: InterviewState): readonly Spot[] {
  const spots: Spot[] = [];
  const [head] = state.root.nodes;
  if (head !== undefined) visitChildren(state, head, spots);
  return spots;
}

function visit(state: InterviewState, node: InterviewNode, spots: Spot[]): void {
  const { place } = node;
  if (place.question !== null) {
    if (isAsked(place)) spots.push({ cursor: { at: 'node', node }, shown: node.relevant });
  } else if (isOneScreen(place)) {
    spots.push({ cursor: { at: 'node', node }, shown: node.relevant && questionsAt(node).length > 0 });
  } else visitChildren(state, node, spots);
}

function visitChildren(state: InterviewState, node: InterviewNode, spots: Spot[]): void {
  const { frame, place } = node;
  for (const child of place.children) {
    if (child.kind === 'repeat') {
      for (const instance of frame.repeats[child.scope.index] ?? []) {
        const [head] = instance.nodes;
        if (head !== undefined) visit(state, head, spots);
      }
      const shown = !isCounted(child) && node.relevant && wouldBeRelevant(state, child, frame);
      spots.push({ cursor: { at: 'repeat', place: child, frame }, shown });
    } else {
      const found = frame.nodes[child.slot];
      if (found !== undefined) visit(state, found, spots);
    }
  }
}

/** As in XLSForm, what is calculated and has no words of its own is shown to nobody. */
export function isAsked({ type, question }: Place): boolean {
  if (type?.asked !== true || question === null) return false;
  const { calculation, label, hint, media } = question;
  return calculation === undefined || label !== undefined || hint !== undefined || media !== undefined;
}

/** A group whose questions are shown together. */
export const isOneScreen = ({ element }: Place): boolean =>
  element?.appearance?.split(/\s+/).some((word) => word === 'field-list' || word === 'table-list') === true;

/** The questions to show at a spot: the one, or all relevant ones of a group and the repeat instances inside. */
export function questionsAt(node: InterviewNode): readonly InterviewNode[] {
  const found: InterviewNode[] = [];
  collect(node, found);
  return found;
}

function collect(node: InterviewNode, found: InterviewNode[]): void {
  if (!node.relevant && node.place.question === null) return;
  if (node.place.question !== null) {
    if (isAsked(node.place) && node.relevant) found.push(node);
    return;
  }
  for (const child of node.place.children) {
    if (child.kind === 'repeat') {
      for (const instance of node.frame.repeats[child.scope.index] ?? []) {
        const [head] = instance.nodes;
        if (head !== undefined) collect(head, found);
      }
    } else {
      const below = node.frame.nodes[child.slot];
      if (below !== undefined) collect(below, found);
    }
  }
}
