import { attributeName } from '../compile/addedElements.ts';
import type { Place } from '../compile/place.ts';
import type { StartProblem } from '../circumstances.ts';
import { literalDefault } from '../state/defaults.ts';
import { makeFrame, pathOf } from '../state/frames.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { limits } from '../state/limits.ts';
import { keep } from '../state/propagate.ts';
import type { SubmittedNode } from '../views/submittedTree.ts';

/** Gives a blank state the instances and answers of a submission; says what it had no place for. */
export function fillFrom(state: InterviewState, submitted: SubmittedNode): readonly StartProblem[] {
  const filling: Filling = { state, leftOut: [] };
  const [head] = state.root.nodes;
  if (head !== undefined) fillChildren(filling, head, submitted);
  return filling.leftOut;
}

interface Filling {
  readonly state: InterviewState;
  readonly leftOut: StartProblem[];
}

/** OpenRosa's metadata, which any client may add to a submission, in the `meta` block or as the block itself. */
const METADATA = new Set(
  'meta instanceID instanceName deprecatedID timeStart timeEnd userID deviceID email phoneNumber'.split(' '),
);

/** `submitted`: undefined where the submission has no such node. */
function fillChildren(filling: Filling, node: InterviewNode, submitted: SubmittedNode | undefined): void {
  const byName = new Map<string, SubmittedNode[]>();
  for (const child of submitted?.children ?? []) {
    const same = byName.get(child.name);
    if (same === undefined) byName.set(child.name, [child]);
    else same.push(child);
  }
  for (const place of node.place.children) {
    const found = attributeAsNode(place, submitted) ?? byName.get(place.name) ?? [];
    byName.delete(place.name);
    if (place.kind === 'repeat') {
      fillRepeat(filling, node, place, submitted === undefined ? undefined : found);
      continue;
    }
    const own = node.frame.nodes[place.slot];
    if (own !== undefined) fillNode(filling, own, found[0]);
    for (const more of found.slice(1)) leaveOut(filling, node, more, 'stands there more than once');
  }
  for (const [child] of byName.values())
    if (child !== undefined && !(METADATA.has(child.name) && isMetadata(node, child)))
      leaveOut(filling, node, child, 'is no part of this questionnaire');
}

/** The attribute that a place stands for, undefined for places of elements. */
function attributeAsNode(
  { name }: Place,
  submitted: SubmittedNode | undefined,
): readonly SubmittedNode[] | undefined {
  const attribute = attributeName(name);
  if (attribute === undefined) return undefined;
  const text = submitted?.attributes[attribute];
  return text === undefined ? [] : [{ name, attributes: {}, text, children: [] }];
}

function fillNode(filling: Filling, node: InterviewNode, submitted: SubmittedNode | undefined): void {
  const { state } = filling;
  const { type } = node.place;
  if (type === null) fillChildren(filling, node, submitted);
  else if (submitted === undefined) keep(state, node, formText(state, node));
  else if (submitted.text.trim() !== '') {
    const decoded = type.decode(submitted.text);
    if (decoded.ok) keep(state, node, type.encode(decoded.value));
    else
      filling.leftOut.push({
        path: pathOf(node),
        message: `"${submitted.text.trim()}" is no answer for a question of type ${type.name}: ${decoded.error.code}.`,
      });
  }
}

function formText(state: InterviewState, node: InterviewNode): string {
  const { startAnswers } = state.questionnaire.definition;
  return startAnswers?.[pathOf(node)] ?? literalDefault(state, node) ?? '';
}

/** As many instances as the submission has; of fixed repeats as many as the form has. Counts are looked at afterwards. */
function fillRepeat(
  filling: Filling,
  holder: InterviewNode,
  { scope, path, element }: Place,
  found: readonly SubmittedNode[] | undefined,
): void {
  const { state } = filling;
  const { frame } = holder;
  const instances = frame.repeats[scope.index];
  if (instances === undefined || element?.type !== 'repeat') return;
  const { fixed = false, startInstances = 1 } = element;
  const wanted = fixed || found === undefined ? startInstances : found.length;
  for (const more of found?.slice(wanted) ?? [])
    leaveOut(filling, holder, more, 'is one more than there are');
  for (let index = 0; index < wanted; index += 1) {
    state.nodeCount += scope.places.length;
    if (index >= limits.instances || state.nodeCount > limits.nodes) {
      state.overflow = { path, count: wanted };
      return;
    }
    const instance = makeFrame(scope, frame, index);
    instances.push(instance);
    const [head] = instance.nodes;
    if (head !== undefined) fillChildren(filling, head, found?.[index]);
  }
  holder.forgetChildren();
}

function leaveOut({ leftOut }: Filling, above: InterviewNode, { name }: SubmittedNode, why: string): void {
  leftOut.push({ path: `${pathOf(above)}/${name}`, message: `<${name}> ${why}.` });
}

const isMetadata = ({ place }: InterviewNode, { name }: SubmittedNode): boolean =>
  name === 'meta' ? place.kind === 'root' : place.name === 'meta' && place.parent?.kind === 'root';
