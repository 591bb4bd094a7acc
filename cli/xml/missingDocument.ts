import { EvaluationFailure } from '../../core/questionnaire/index.ts';
import { XmlNode } from '../../formats/xml/xmlNode.ts';

/** Stands where no document was given: an expression that looks into it has no answer, rather than a blank one. */
export class MissingDocument extends XmlNode {
  constructor() {
    super('', '', null);
  }

  override get children(): readonly XmlNode[] {
    throw new EvaluationFailure('The expression looks into a document, but none was given (context).');
  }

  override text(): string {
    throw new EvaluationFailure(
      'The expression needs a question to be evaluated at, but no document was given (context).',
    );
  }
}
