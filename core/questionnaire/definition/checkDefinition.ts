import { err, ok } from '../../kernel/index.ts';
import type { Result } from '../../kernel/index.ts';
import { checkChoiceLists } from './checks/checkChoiceLists.ts';
import { CheckContext } from './checks/checkContext.ts';
import { checkCycles } from './checks/checkCycles.ts';
import { checkEntities } from './checks/checkEntities.ts';
import { checkExpressions } from './checks/checkExpressions.ts';
import { checkGroups } from './checks/checkGroups.ts';
import { checkInstanceIds } from './checks/checkInstanceIds.ts';
import { checkLanguages } from './checks/checkLanguages.ts';
import { checkNames } from './checks/checkNames.ts';
import { checkPiping } from './checks/checkPiping.ts';
import { checkQuestions } from './checks/checkQuestions.ts';
import { checkReach } from './checks/checkReach.ts';
import { checkTheme } from './checks/checkTheme.ts';
import type { Definition } from './definition.ts';
import { parseDefinition } from './parseDefinition.ts';
import type { Problem } from './problem.ts';

/** A definition that has no errors, with what its author should still look at. */
export interface CheckedDefinition {
  readonly definition: Definition;
  readonly warnings: readonly Problem[];
}

/** Unused lists are known only once the expressions have been read. */
const checks = [
  checkLanguages,
  checkTheme,
  checkNames,
  checkQuestions,
  checkGroups,
  checkInstanceIds,
  checkExpressions,
  checkPiping,
  checkChoiceLists,
  checkCycles,
  checkReach,
  checkEntities,
] as const;

/**
 * Reads a definition and checks it without running it. Errors first, then warnings; at most 500 of each, then how many more.
 * Linear in the size of the definition (with a factor for its languages), and without recursion over its depth.
 */
export function checkDefinition(raw: unknown): Result<CheckedDefinition, readonly Problem[]> {
  const parsed = parseDefinition(raw);
  if (!parsed.ok) return parsed;
  const context = new CheckContext(parsed.value);
  for (const check of checks) check(context);
  const errors = context.problems('error');
  const warnings = context.problems('warning');
  return errors.length > 0 ? err([...errors, ...warnings]) : ok({ definition: parsed.value, warnings });
}
