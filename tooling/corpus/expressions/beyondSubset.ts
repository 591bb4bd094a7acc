import type { CorpusCase } from './corpusCase.ts';

const AXES =
  'ancestor|ancestor-or-self|descendant|descendant-or-self|following|following-sibling|preceding|preceding-sibling|attribute';

const BEYOND: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['other axes and attributes', new RegExp(`\\b(${AXES})\\s*::|@`)],
  ['namespaces', /\bnamespace(-uri)?\s*(::|\()|[\w-]+:(?!:|itext|choice-name)[\w*]+(?!\()|\/namespace:/],
  ['comments, processing instructions, text nodes', /\b(comment|processing-instruction|text)\s*\(/],
  ['id()', /\bid\s*\(/],
];

/** Why a case lies beyond what ODK XForms has of XPath, or undefined when it does not. */
export function beyondSubset({ expr, node, value, customFunctions }: CorpusCase): string | undefined {
  if (customFunctions === true) return "functions of JavaRosa's own tests";
  if (/@|\b(comment|text|processing-instruction)\(\)/.test(node)) return 'context nodes that are no elements';
  if (/text\(\)|\/\?10/.test(JSON.stringify(value ?? '')))
    return 'comments, processing instructions, text nodes';
  const outsideQuotes = expr.replace(/"[^"]*"|'[^']*'/g, "''");
  return BEYOND.find(([, pattern]) => pattern.test(outsideQuotes))?.[0];
}
