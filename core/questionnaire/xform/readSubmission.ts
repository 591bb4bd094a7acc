import type { Result } from '../../kernel/index.ts';
import { continueSubmission } from '../interview/index.ts';
import type {
  Continued,
  ContinueOptions,
  Questionnaire,
  StartProblem,
  SubmittedNode,
} from '../interview/index.ts';
import type { XmlElement } from './xmlElement.ts';
import { childrenOf, localName } from './xmlElement.ts';

/**
 * The interview that a submission's XML came from, to go on with it or to edit what was sent: the way back from `submissionXml`.
 * `continueSubmission` says what is evaluated anew. Prefixes are the document's own affair: names are compared as the
 * questionnaire writes them, or without theirs.
 */
export function readSubmission(
  questionnaire: Questionnaire,
  root: XmlElement,
  options: ContinueOptions,
): Result<Continued, StartProblem> {
  const names = new Set(questionnaire.byName.keys());
  return continueSubmission(questionnaire, submitted(root, names), options);
}

function submitted(element: XmlElement, names: ReadonlySet<string>): SubmittedNode {
  const children = childrenOf(element);
  return {
    name: names.has(element.name) ? element.name : localName(element.name),
    attributes: Object.fromEntries(element.attributes.map(({ name, value }) => [name, value])),
    text: children.length > 0 ? '' : element.content.filter((part) => typeof part === 'string').join(''),
    children: children.map((child) => submitted(child, names)),
  };
}
