import type { ParameterRule, QuestionType } from '../../questionTypes/index.ts';
import type { Question } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import { pipedNames } from '../pipedNames.ts';
import type { CheckContext } from './checkContext.ts';
import { checkName } from './checkName.ts';
import { checkTicks } from './checkTicks.ts';

const REFERENCE = /^\$\{[^${}]+\}$/;

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

function checkNumber(name: string, value: string, { kind, least, most }: ParameterRule): string | undefined {
  const number = Number(value);
  if (!isNumber(value) || (kind === 'integer' && !Number.isInteger(number))) {
    return `${name} must be a ${kind === 'integer' ? 'whole number' : 'number'}, not ${quoted(value)}.`;
  }
  if (least !== undefined && number < least) return `${name} must be ${least} or more, not ${value}.`;
  return most !== undefined && number > most ? `${name} must be ${most} or less, not ${value}.` : undefined;
}

/** What is wrong with one value, or undefined. */
function problemOf(
  context: CheckContext,
  name: string,
  value: string,
  rule: ParameterRule,
): string | undefined {
  switch (rule.kind) {
    case 'integer':
    case 'number':
      return checkNumber(name, value, rule);
    case 'boolean':
      return value === 'true' || value === 'false'
        ? undefined
        : `${name} must be true or false, not ${quoted(value)}.`;
    case 'word':
      if (rule.words?.includes(value) === true) return undefined;
      return `${name} must be one of ${rule.words?.join(', ') ?? ''}, not ${quoted(value)}.`;
    case 'list':
      if (context.choices.list(value) !== undefined) return undefined;
      return `${name} names the choice list ${quoted(value)}, which is missing.${context.suggest(value, lists(context))}`;
    case 'places':
      if (REFERENCE.test(value.slice(0, 300)) || context.attachments.has(value)) return undefined;
      if (context.choices.list(value) !== undefined) return undefined;
      return `${name} must be a list of this questionnaire, an attached list or a question in a repeat, not ${quoted(value)}.`;
    case 'seed':
      if (isNumber(value) || REFERENCE.test(value.slice(0, 300))) return undefined;
      return `${name} must be a number or a question such as \${number}, not ${quoted(value)}.`;
    case 'column':
      if (/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(value)) return undefined;
      return `${name} must name a column of the file, not ${quoted(value)}.`;
    case 'package':
      if (/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(value)) return undefined;
      return `${name} must be an Android package such as org.example.camera, not ${quoted(value)}.`;
  }
}

const lists = (context: CheckContext): readonly string[] => Object.keys(context.definition.choices ?? {});

/** Types without any parameters pass over them, as other converters do. */
function reportUnknown(
  context: CheckContext,
  node: TreeNode,
  { type }: Question,
  name: string,
  known: readonly string[],
): void {
  const message = `${quoted(name)} is no parameter of type ${type}.`;
  if (known.length === 0) {
    context.warn(node, 'parameters', 'uselessColumn', `${message} It takes none; take the parameter away.`);
    return;
  }
  const mend = context.suggest(name, known) || ` It takes ${known.join(', ')}.`;
  context.error(node, 'parameters', 'badParameter', message + mend);
}

/** Parameters are those of the type, each is well-formed, and they fit together. */
export function checkParameters(
  context: CheckContext,
  node: TreeNode,
  question: Question,
  type: QuestionType,
): void {
  const parameters = question.parameters ?? {};
  const rules = type.parameters;
  const wrong = (message: string): void => context.error(node, 'parameters', 'badParameter', message);
  for (const [name, value] of Object.entries(parameters)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) {
      reportUnknown(context, node, question, name, Object.keys(rules));
      continue;
    }
    const problem = problemOf(context, name, value, rule);
    if (problem !== undefined) wrong(problem);
    if (rule.kind === 'seed' || rule.kind === 'places') {
      for (const piped of pipedNames(value)) checkName(context, node, 'parameters', piped);
    }
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.required === true && !Object.hasOwn(parameters, name))
      wrong(`Type ${question.type} needs the parameter ${name}; add it.`);
  }
  for (const problem of type.parameterProblems?.(parameters) ?? []) wrong(`${problem}.`);
  if (question.type === 'range' || question.type === 'slider') checkTicks(context, node, question);
}
