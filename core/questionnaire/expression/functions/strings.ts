import { joinTexts } from '../evaluation/effort.ts';
import { numberTerm, stringTerm } from '../evaluation/scalarTerms.ts';
import type { Evaluate } from '../evaluation/term.ts';
import { textsOf } from './argumentValues.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { present, ternary, variadic } from './functionDefinition.ts';

const SURROGATE = /[\ud800-\udfff]/;
const UNBOUNDED = Number.POSITIVE_INFINITY;

/** XPath counts characters, JavaScript UTF-16 units; they differ only where surrogates occur. */
const charactersOf = (text: string): readonly string[] | string =>
  SURROGATE.test(text) ? Array.from(text) : text;

/** The argument's text, or the context node's when it is left out. */
const textOrOwn = (args: Parameters<FunctionDefinition['build']>[0]): Evaluate<string> => {
  const [argument] = args;
  return argument === undefined ? (context) => context.node.text() : (context) => argument.string(context);
};

export const STRINGS: readonly FunctionDefinition[] = [
  variadic('string', [0, 1], (args) => stringTerm(textOrOwn(args))),
  variadic('concat', [0, UNBOUNDED], (args) =>
    stringTerm((context) => joinTexts(textsOf(args, context), '', context)),
  ),
  variadic('join', [1, UNBOUNDED], ([separator, ...args]) => {
    const between = present(separator);
    return stringTerm((context) => joinTexts(textsOf(args, context), between.string(context), context));
  }),
  variadic('string-length', [0, 1], (args) => {
    const text = textOrOwn(args);
    return numberTerm((context) => charactersOf(text(context)).length);
  }),
  variadic('normalize-space', [0, 1], (args) => {
    const text = textOrOwn(args);
    return stringTerm((context) =>
      text(context)
        .replace(/[ \t\r\n]+/g, ' ')
        .replace(/^ | $/g, ''),
    );
  }),
  ternary('translate', (text, from, to) =>
    stringTerm((context) => translate(text.string(context), from.string(context), to.string(context))),
  ),
];

function translate(text: string, from: string, to: string): string {
  const replacements = new Map<string, string>();
  const targets = Array.from(to);
  Array.from(from).forEach((character, index) => {
    if (!replacements.has(character)) replacements.set(character, targets[index] ?? '');
  });
  return Array.from(text)
    .map((character) => replacements.get(character) ?? character)
    .join('');
}
