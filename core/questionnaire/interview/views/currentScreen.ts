import type { Interview } from '../interview.ts';
import { isSame } from '../screens/screens.ts';
import { listSpots, questionsAt } from '../screens/spots.ts';
import { findNode } from '../state/findNode.ts';
import { pathOf } from '../state/frames.ts';
import { pipe } from '../texts/pipe.ts';
import { textIn } from '../texts/textIn.ts';
import { sectionsAround } from './sectionsAround.ts';
import { viewQuestion } from './viewQuestion.ts';
import type { Progress, QuestionView, Screen } from './view.ts';

/** What to show now. */
export function currentScreen({ state }: Interview): Screen {
  const { cursor, questionnaire, language } = state;
  if (cursor.at === 'end') return { kind: 'end' };
  if (cursor.at === 'node') {
    const questions = questionsAt(cursor.node).map((node) => viewQuestion(state, node));
    return { kind: 'questions', questions, sections: sectionsAround(state, cursor.node) };
  }
  const { place, frame } = cursor;
  const holder = frame.nodes[place.parent?.slot ?? 0];
  if (holder === undefined) throw new Error(`${place.path} stands nowhere`);
  return {
    kind: 'repeat',
    path: `${pathOf(holder)}/${place.name}`,
    label: pipe(state, holder, textIn(questionnaire, place.element?.label, language) ?? ''),
    count: frame.repeats[place.scope.index]?.length ?? 0,
    sections: sectionsAround(state, holder, 'itself too'),
  };
}

/** How far along the present screen is, among those that would be shown as things stand. */
export function progress({ state }: Interview): Progress {
  let position = 0;
  let total = 0;
  for (const { cursor, shown } of listSpots(state)) {
    const present = isSame(cursor, state.cursor);
    if (shown || present) total += 1;
    if (present) position = total;
  }
  return { position: state.cursor.at === 'end' ? total + 1 : position, total };
}

/** One question wherever it is; undefined when there is none at the path. */
export function questionView({ state }: Interview, path: string): QuestionView | undefined {
  const node = findNode(state, path);
  return node === undefined || node.place.question === null ? undefined : viewQuestion(state, node);
}
