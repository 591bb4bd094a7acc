import type { EvaluationContext } from '../context.ts';
import type { DataNode } from '../dataNode.ts';
import { booleanTerm, stringTerm } from '../evaluation/scalarTerms.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { unary, variadic } from './functionDefinition.ts';

const ofNode = (name: string, tell: (node: DataNode) => string): FunctionDefinition =>
  variadic(name, [0, 1], ([nodes]) =>
    stringTerm((context) => {
      const node = nodes === undefined ? context.node : nodes.nodes(context)[0];
      return node === undefined ? '' : tell(node);
    }),
  );

/** XPath 1.0's functions about names and xml:lang; they only matter for XML that did not come from a questionnaire. */
export const NAMES: readonly FunctionDefinition[] = [
  ofNode('name', (node) => node.name),
  ofNode('local-name', (node) => node.name.replace(/^.*:/, '')),
  ofNode('namespace-uri', (node) => node.namespace ?? ''),
  unary('lang', (language) =>
    booleanTerm((context) => {
      const wanted = language.string(context).toLowerCase();
      const own = languageOf(context).toLowerCase();
      return own === wanted || own.startsWith(`${wanted}-`);
    }),
  ),
];

function languageOf(context: EvaluationContext): string {
  for (let node: DataNode | null = context.node; node !== null; node = node.parent) {
    const language = node.attributes?.find((attribute) => attribute.name === 'xml:lang');
    if (language !== undefined) return language.text();
  }
  return '';
}
