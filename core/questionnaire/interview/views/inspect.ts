import { attributeName } from '../compile/addedElements.ts';
import type { Interview } from '../interview.ts';
import { eachNode } from '../state/eachNode.ts';
import { pathOf } from '../state/frames.ts';
import { pipe } from '../texts/pipe.ts';
import { textIn } from '../texts/textIn.ts';
import { verdictOn } from '../validation/verdictOn.ts';
import type { Verdict } from '../validation/verdictOn.ts';

/** Everything there is to know of a question, group or repeat instance, shown or not. */
export interface Inspected {
  readonly path: string;
  readonly kind: 'root' | 'group' | 'repeat' | 'question';
  /** XForms text as it is kept, also while irrelevant; '' for blank, and for groups. */
  readonly text: string;
  readonly relevant: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly verdict: Verdict;
  /** In the current language, answers piped in; undefined when it has none. */
  readonly label: string | undefined;
}

/** All nodes in document order, for simulations and tests; attributes that the form works out are none, `submittedTree` has them. */
export function inspect({ state, questionnaire }: Interview): readonly Inspected[] {
  const found: Inspected[] = [];
  eachNode(state.root, (node) => {
    const { kind, element, name } = node.place;
    if (attributeName(name) !== undefined) return;
    const label = textIn(questionnaire, element?.label, state.language);
    found.push({
      path: pathOf(node),
      kind,
      text: node.kept,
      relevant: node.relevant,
      required: node.required,
      readOnly: node.readOnly,
      verdict: verdictOn(state, node),
      label: label === undefined ? undefined : pipe(state, node, label),
    });
  });
  return found;
}
