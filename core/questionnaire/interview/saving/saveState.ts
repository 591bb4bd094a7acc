import type { Json } from '../../../kernel/index.ts';
import type { Interview } from '../interview.ts';
import { pathOf } from '../state/frames.ts';
import type { Frame, InterviewNode } from '../state/interviewNode.ts';
import type { Cursor, InterviewState, RefusedInput } from '../state/interviewState.ts';
import { IRRELEVANT, READ_ONLY, REQUIRED } from './savedInterview.ts';
import type { SavedCursor, SavedFrame, SavedInterview, SavedRefusedInput } from './savedInterview.ts';

/** The interview as plain JSON: results are kept rather than computed anew, as clock and chance would give others. */
export function saveState({ state, questionnaire }: Interview): SavedInterview {
  const { id, version } = questionnaire.definition;
  return {
    saved: 1,
    questionnaire: { id, version },
    language: state.language,
    now: state.now,
    timeZone: state.timeZone,
    chance: [...state.chance],
    orderSeed: state.orderSeed,
    device: state.device,
    lastSaved: Object.fromEntries(state.lastSaved),
    ...(state.deprecatedId === null ? {} : { deprecatedId: state.deprecatedId }),
    finished: state.finished,
    revision: state.revision,
    frame: saveFrame(state.root),
    cursor: saveCursor(state.cursor),
    refusedInputs: saveRefusedInputs(state),
    reasons: Object.fromEntries([...state.reasons].map(([node, reason]) => [pathOf(node), reason])),
    failures: Object.fromEntries(state.failures),
  };
}

function saveFrame(frame: Frame): SavedFrame {
  const answers: Record<string, string> = {};
  const flags: Record<string, number> = {};
  const repeats: Record<string, readonly SavedFrame[]> = {};
  for (const node of frame.nodes) {
    const { path } = node.place;
    if (node.kept !== '') answers[path] = node.kept;
    const bits = flagsOf(node);
    if (bits !== 0) flags[path] = bits;
  }
  for (const place of frame.scope.repeats) {
    const instances = frame.repeats[place.scope.index] ?? [];
    if (instances.length > 0) repeats[place.path] = instances.map(saveFrame);
  }
  return { answers, flags, repeats };
}

const flagsOf = (node: InterviewNode): number =>
  (node.ownRelevant ? 0 : IRRELEVANT) + (node.required ? REQUIRED : 0) + (node.ownReadOnly ? READ_ONLY : 0);

function saveCursor(cursor: Cursor): SavedCursor {
  if (cursor.at === 'end') return { at: 'end', path: '' };
  if (cursor.at === 'node') return { at: 'node', path: pathOf(cursor.node) };
  const holder = cursor.frame.nodes[cursor.place.parent?.slot ?? 0];
  return { at: 'repeat', path: `${holder === undefined ? '' : pathOf(holder)}/${cursor.place.name}` };
}

function saveRefusedInputs(state: InterviewState): SavedRefusedInput[] {
  return [...state.refusedInputs].map(
    ([node, { value, reason, problem }]: [InterviewNode, RefusedInput]) => ({
      path: pathOf(node),
      value: (value ?? null) as Json,
      reason,
      ...(problem !== undefined && { problem }),
    }),
  );
}
