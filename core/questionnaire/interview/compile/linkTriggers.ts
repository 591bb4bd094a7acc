import type { CompileProblem } from '../problem.ts';
import { bareName } from './choiceTexts.ts';
import { isTriggered } from './compileRules.ts';
import type { Layout } from './layOut.ts';
import { traceName } from './tracePath.ts';

/** Tells every place whose calculations run when its value changes. */
export function linkTriggers(layout: Layout, problems: CompileProblem[]): void {
  for (const place of layout.places) {
    if (!isTriggered(place)) continue;
    for (const name of place.question?.triggers ?? []) {
      const target = traceName(layout.byName.get(bareName(name)) ?? [], place);
      if (target !== undefined) target.place.addTriggered({ place, bound: target.bound });
      else
        problems.push({
          path: place.path,
          column: 'triggers',
          message: `There is no question ${name}: name one that exists.`,
        });
    }
  }
}
