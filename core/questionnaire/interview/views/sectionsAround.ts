import { isCounted } from '../screens/isCounted.ts';
import { pathOf } from '../state/frames.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { pipe } from '../texts/pipe.ts';
import { textIn } from '../texts/textIn.ts';
import type { SectionView } from './view.ts';

/** The groups and repeat instances around a node, outermost first; a group that is the screen itself counts as around. */
export function sectionsAround(
  state: InterviewState,
  node: InterviewNode,
  itself: 'itself too' | 'groups only' = 'groups only',
): readonly SectionView[] {
  const sections: SectionView[] = [];
  const from = itself === 'itself too' || node.place.question === null ? node : node.above;
  for (let at = from; at !== null && at.above !== null; at = at.above) {
    const { element, kind } = at.place;
    const label = pipe(state, at, textIn(state.questionnaire, element?.label, state.language) ?? '');
    const section = { path: pathOf(at), label };
    const removable = isCounted(at.place) ? {} : { removable: true as const };
    sections.unshift(
      kind === 'repeat' ? { ...section, position: at.frame.index + 1, ...removable } : section,
    );
  }
  return sections;
}
