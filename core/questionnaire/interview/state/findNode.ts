import type { Place } from '../compile/place.ts';
import { addInstances, instancesOf } from './instances.ts';
import type { Frame, InterviewNode } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';
import { limits } from './limits.ts';
import { makeNext } from './nextInstance.ts';

const STEP = /^([^[\]]+)(?:\[(\d+)\])?$/;

/** A repeat, by the frame that holds its instances. */
export interface FoundRepeat {
  readonly place: Place;
  readonly holder: Frame;
}

type Missing = 'none' | 'making instances' | 'as counts want';

interface Walked {
  readonly place: Place;
  /** The frame the place stands in; for a repeat named without position, the one that holds its instances. */
  readonly frame: Frame;
  /** Null for a repeat named without position at the end of the path. */
  readonly node: InterviewNode | null;
}

/**
 * The node at an absolute path with 1-based positions, which may be left out where the first instance is meant:
 * `/data/visit[2]/shop`. `making instances` adds those that are missing on the way, as preloaded answers ask;
 * `as counts want` only those that their count asks for, one after the other.
 */
export function findNode(
  state: InterviewState,
  path: string,
  missing: Missing = 'none',
): InterviewNode | undefined {
  const place = state.questionnaire.byPath.get(path);
  if (place !== undefined && place.scope.parent === null) return state.root.nodes[place.slot];
  const walked = walk(state, path, missing);
  if (walked === undefined) return undefined;
  return walked.node ?? instancesOf(walked.place, walked.frame)[0]?.nodes[0];
}

/** The repeat that a path without position at its end names. */
export function findRepeat(state: InterviewState, path: string): FoundRepeat | undefined {
  const walked = walk(state, path.replace(/\[\d+\]$/, ''), 'none');
  return walked?.node === null ? { place: walked.place, holder: walked.frame } : undefined;
}

function walk(state: InterviewState, path: string, missing: Missing): Walked | undefined {
  const [empty, rootName, ...steps] = path.split('/');
  const root = state.questionnaire.root;
  const head = state.root.nodes[0];
  if (empty !== '' || rootName?.replace('[1]', '') !== root.name || head === undefined) return undefined;
  let at: Walked = { place: root, frame: state.root, node: head };
  for (const step of steps) {
    const next = walkStep(state, at, step, missing);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

function walkStep(state: InterviewState, at: Walked, step: string, missing: Missing): Walked | undefined {
  const [, name, position] = STEP.exec(step) ?? [];
  const parent = at.node ?? instancesOf(at.place, at.frame)[0]?.nodes[0];
  const place = state.questionnaire.byPath.get(`${at.place.path}/${name ?? ''}`);
  if (place === undefined || parent === undefined) return undefined;
  const { frame } = parent;
  if (place.kind !== 'repeat') {
    const node = position === undefined || position === '1' ? frame.nodes[place.slot] : undefined;
    return node === undefined ? undefined : { place, frame, node };
  }
  if (position === undefined) return { place, frame, node: null };
  const wanted = Number(position);
  const lacking = wanted - instancesOf(place, frame).length;
  if (missing === 'making instances' && lacking > 0) addInstances(state, place, frame, lacking);
  if (missing === 'as counts want' && lacking <= limits.ahead) {
    while (instancesOf(place, frame).length < wanted && makeNext(state, place, frame));
  }
  const instance = instancesOf(place, frame)[wanted - 1];
  const node = instance?.nodes[0];
  return instance === undefined || node === undefined ? undefined : { place, frame: instance, node };
}
