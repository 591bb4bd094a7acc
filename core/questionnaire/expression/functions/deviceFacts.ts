import { stringTerm } from '../evaluation/scalarTerms.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { nullary, unary } from './functionDefinition.ts';

/** JavaRosa's extras: what the device and the questionnaire say of themselves. '' for what is not known. */
export const DEVICE_FACTS: readonly FunctionDefinition[] = [
  unary('property', (name) =>
    stringTerm((context) => context.environment.property?.(name.string(context)) ?? ''),
  ),
  nullary('version', () => stringTerm((context) => context.environment.property?.('version') ?? '')),
];
