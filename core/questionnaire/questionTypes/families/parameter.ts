import type { AskedQuestion } from '../questionType.ts';

/** A numeric parameter; what is missing or no number counts as the fallback (the definition's checks report it). */
export function numberParameter(question: AskedQuestion, name: string, fallback: number): number {
  const parameters = question.parameters;
  const text = parameters !== undefined && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : fallback;
}

export function wordParameter(question: AskedQuestion, name: string, fallback: string): string {
  const parameters = question.parameters;
  return (
    (parameters !== undefined && Object.hasOwn(parameters, name) ? parameters[name] : undefined) ?? fallback
  );
}
