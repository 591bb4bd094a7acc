import { booleanTerm } from '../evaluation/scalarTerms.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { nullary, unary } from './functionDefinition.ts';

export const BOOLEANS: readonly FunctionDefinition[] = [
  nullary('true', () => booleanTerm(() => true, true)),
  nullary('false', () => booleanTerm(() => false, false)),
  unary('boolean', (argument) => booleanTerm((context) => argument.boolean(context))),
  unary('not', (argument) => booleanTerm((context) => !argument.boolean(context))),
  unary('boolean-from-string', (argument) =>
    booleanTerm((context) => {
      const text = argument.string(context);
      return text === 'true' || text === '1';
    }),
  ),
];
