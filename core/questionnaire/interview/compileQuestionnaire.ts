import { err, ok } from '../../kernel/index.ts';
import type { Result } from '../../kernel/index.ts';
import type { Definition } from '../definition/index.ts';
import { compileRules } from './compile/compileRules.ts';
import { layOut } from './compile/layOut.ts';
import { linkCells } from './compile/linkCells.ts';
import { linkTriggers } from './compile/linkTriggers.ts';
import { rankCells } from './compile/rankCells.ts';
import type { CompileProblem } from './problem.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Compiles a definition, once. Problems are those that leave no way to run it: see the static checks for the others. */
export function compileQuestionnaire(
  definition: Definition,
): Result<Questionnaire, readonly CompileProblem[]> {
  const layout = layOut(definition);
  const problems = [...layout.problems];
  const ready = compileRules(layout, problems);
  linkTriggers(layout, problems);
  const cells = rankCells(layout, linkCells(ready, layout), problems);
  if (problems.length > 0) return err(problems);
  const { root, document, scopes, byPath, byName } = layout;
  const caches = { listCache: new Map(), templateCache: new Map() };
  return ok({ definition, root, document, scopes, byPath, byName, cells, ...caches });
}
