import { err, ok } from '../../../kernel/index.ts';
import type { Result } from '../../../kernel/index.ts';
import type { AttachedLists, StartProblem } from '../circumstances.ts';
import type { Interview } from '../interview.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { firstScreen } from '../screens/screens.ts';
import type { Chance } from '../state/chance.ts';
import { findNode, findRepeat } from '../state/findNode.ts';
import { makeFrame } from '../state/frames.ts';
import type { Frame } from '../state/interviewNode.ts';
import type { Cursor, InterviewState } from '../state/interviewState.ts';
import { limits } from '../state/limits.ts';
import { makeState } from '../state/makeState.ts';
import { parseSaved } from './parseSaved.ts';
import { IRRELEVANT, READ_ONLY, REQUIRED } from './savedInterview.ts';
import type { SavedCursor, SavedFrame, SavedInterview } from './savedInterview.ts';

/** `saved` may come from storage: it is parsed, and refused with a reason when it does not fit the questionnaire. */
export function resumeInterview(
  questionnaire: Questionnaire,
  saved: unknown,
  attached: { readonly lists?: AttachedLists } = {},
): Result<Interview, StartProblem> {
  const parsed = parseSaved(saved);
  if (parsed === undefined) return err({ path: '', message: 'This is no saved interview.' });
  const { id, version } = questionnaire.definition;
  if (parsed.questionnaire.id !== id || parsed.questionnaire.version !== version) {
    const message = `Saved with version ${parsed.questionnaire.version} of ${parsed.questionnaire.id}: resume it with that.`;
    return err({ path: '', message });
  }
  const state = restore(questionnaire, parsed, attached.lists ?? {});
  return ok({ questionnaire, revision: state.revision, state });
}

function restore(questionnaire: Questionnaire, saved: SavedInterview, lists: AttachedLists): InterviewState {
  const { language, now, timeZone, orderSeed, device } = saved;
  const [a = 0, b = 0, c = 0, d = 0] = saved.chance;
  const chance: Chance = [a, b, c, d];
  const lastSaved = new Map(Object.entries(saved.lastSaved));
  const state = makeState(questionnaire, {
    language,
    now,
    timeZone,
    orderSeed,
    device,
    chance,
    lists,
    lastSaved,
  });
  fill(state, state.root, saved.frame);
  state.deprecatedId = saved.deprecatedId ?? null;
  state.finished = saved.finished;
  state.revision = saved.revision;
  for (const { path, ...input } of saved.refusedInputs) {
    const node = findNode(state, path);
    if (node !== undefined) state.refusedInputs.set(node, input);
  }
  for (const [path, reason] of Object.entries(saved.reasons)) {
    const node = findNode(state, path);
    if (node !== undefined) state.reasons.set(node, reason);
  }
  for (const [where, message] of Object.entries(saved.failures)) state.failures.set(where, message);
  state.cursor = findCursor(state, saved.cursor);
  return state;
}

/** Parents stand before their children in a frame, so that what is inherited is there in time. */
function fill(state: InterviewState, frame: Frame, saved: SavedFrame): void {
  for (const node of frame.nodes) {
    const { above } = node;
    const flags = saved.flags[node.place.path] ?? 0;
    node.kept = saved.answers[node.place.path] ?? '';
    node.ownRelevant = (flags & IRRELEVANT) === 0;
    node.required = (flags & REQUIRED) !== 0;
    node.ownReadOnly = (flags & READ_ONLY) !== 0;
    node.relevant = node.ownRelevant && (above?.relevant ?? true);
    node.readOnly = node.ownReadOnly || (above?.readOnly ?? false);
    if (node.relevant) node.show(node.kept);
  }
  for (const place of frame.scope.repeats) {
    const instances = frame.repeats[place.scope.index];
    for (const nested of saved.repeats[place.path] ?? []) {
      if (instances === undefined || state.nodeCount > limits.nodes) continue;
      const instance = makeFrame(place.scope, frame, instances.length);
      instances.push(instance);
      state.nodeCount += instance.nodes.length;
      fill(state, instance, nested);
    }
  }
}

function findCursor(state: InterviewState, { at, path }: SavedCursor): Cursor {
  if (at === 'end') return { at };
  if (at === 'node') {
    const node = findNode(state, path);
    return node === undefined ? firstScreen(state) : { at, node };
  }
  const repeat = findRepeat(state, path);
  return repeat === undefined ? firstScreen(state) : { at, place: repeat.place, frame: repeat.holder };
}
