import { currentScreen, progress, questionView } from '../../../core/questionnaire/index.ts';
import type { Interview } from '../../../core/questionnaire/index.ts';
import { faceLevels } from '../../questions/faceLevel.ts';
import type { Shown } from './kiosk.ts';

/** What the screen shows of an interview, as plain values. `answered`: what the person answered so far. */
export function showOf(interview: Interview, language: string, answered: readonly string[]): Shown {
  const { position } = progress(interview);
  const screen = currentScreen(interview);
  const here = screen.kind === 'questions' ? screen.questions.map(({ path }) => path) : [];
  const before = answered.filter((path) => !here.includes(path));
  return { language, screen, position, said: faceSaid(interview, before) };
}

function faceSaid(interview: Interview, paths: readonly string[]): Shown['said'] {
  for (const path of [...paths].reverse()) {
    const view = questionView(interview, path);
    if (view?.type !== 'smiley' || !view.relevant || typeof view.value !== 'number') continue;
    const face = faceLevels(view.parameters['points'])[view.value - 1];
    if (face !== undefined) return { face, label: view.choices[view.value - 1]?.label ?? '' };
  }
  return undefined;
}
