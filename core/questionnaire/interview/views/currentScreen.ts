import type { Interview } from '../interview.ts';
import type { Progress, QuestionView, Screen } from './view.ts';

export function currentScreen(_interview: Interview): Screen {
  throw new Error('not built yet');
}

export function progress(_interview: Interview): Progress {
  throw new Error('not built yet');
}

/** One question wherever it is; undefined when there is none at the path. */
export function questionView(_interview: Interview, _path: string): QuestionView | undefined {
  throw new Error('not built yet');
}
