import type { EvaluationContext } from '../../context.ts';
import type { Value } from '../../value.ts';
import { isNodes } from '../anyTerm.ts';
import { relevantOnly } from '../nodesTerm.ts';
import type { Term } from '../term.ts';

const BLANK: readonly string[] = [''];
const NOTHING: readonly string[] = [];

/**
 * The single values to compare: the texts of a node-set's nodes, or the value itself. Questions that exist but are irrelevant
 * count as blank, so `${irrelevant} = ''` is true; where Collect is followed, so do questions that are not there at all.
 */
export function scalarsOf(term: Term, context: EvaluationContext): readonly Value[] {
  if (term.members === undefined) {
    const value = term.value(context);
    if (!isNodes(value)) return [value];
    return value.length > 0 ? value.map((node) => node.text()) : absent(context);
  }
  const members = term.members(context);
  const nodes = relevantOnly(members);
  if (nodes.length > 0) return nodes.map((node) => node.text());
  return members.length > 0 ? BLANK : absent(context);
}

const absent = (context: EvaluationContext): readonly string[] =>
  context.environment.collect === true ? BLANK : NOTHING;
