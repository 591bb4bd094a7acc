import type { BindablePath } from '../../binding.ts';
import type { PathExpression } from '../../syntax/expression.ts';
import type { Reach } from '../../reach.ts';

/** The path as the host may bind it: no predicates, and anchored at the document or at the question itself. */
export function bindablePath(
  { start, steps }: PathExpression,
  { inPredicate, reach }: { readonly inPredicate: boolean; readonly reach: Reach },
): BindablePath | undefined {
  if (steps.some((step) => step.predicates.length > 0)) return undefined;
  if (start === 'root') return { anchor: 'root', steps, reach };
  if (start === 'context') return inPredicate ? undefined : { anchor: 'current', steps, reach };
  const { expression, predicates } = start;
  const isCurrent =
    expression.kind === 'call' && expression.name === 'current' && expression.args.length === 0;
  return isCurrent && predicates.length === 0 ? { anchor: 'current', steps, reach } : undefined;
}
