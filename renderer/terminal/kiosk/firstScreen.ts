import type {
  Choice,
  Definition,
  Element,
  Question,
  QuestionView,
  Text,
} from '../../../core/questionnaire/index.ts';
import type { Shown } from './kiosk.ts';

/** What the preview may be made of: everything else about a first question needs the interview itself. */
const PLAIN: readonly string[] = [
  'type',
  'name',
  'label',
  'hint',
  'required',
  'requiredMessage',
  'parameters',
  'choices',
  'appearance',
];

/**
 * The first screen as the interview will show it, without running one: so the smiley can be tapped before the questionnaire's engine
 * is loaded. Undefined when the first question is not plain (relevance, piping, groups ...): then the screen waits for the engine.
 * `definition` as it came from the server; what is not a definition has no preview.
 */
export function firstScreen(definition: unknown, language: string): Shown | undefined {
  try {
    return preview(definition as Definition, language);
  } catch {
    return undefined;
  }
}

function preview(definition: Definition, language: string): Shown | undefined {
  const [first] = definition.elements;
  if (first === undefined || !isPlain(first)) return undefined;
  const say = (text: Text | undefined): string | undefined =>
    text?.[language] ?? text?.[definition.defaultLanguage];
  const label = say(first.label);
  const hint = say(first.hint);
  const choices = (definition.choices?.[first.choices ?? ''] ?? []).map((choice) => viewOf(choice, say));
  const texts = [label, hint, ...choices.map((choice) => choice?.label)];
  if (label === undefined || texts.some((text) => text?.includes('${') === true)) return undefined;
  const known = choices.filter((choice) => choice !== undefined);
  if (known.length !== choices.length) return undefined;
  const view: QuestionView = {
    path: `/${definition.root ?? 'data'}/${first.name}`,
    name: first.name,
    type: first.type,
    label,
    ...(hint !== undefined && { hint }),
    choices: known,
    value: null,
    required: first.required === 'true()',
    readOnly: false,
    relevant: true,
    appearance: first.appearance?.split(/\s+/).filter((word) => word !== '') ?? [],
    parameters: first.parameters ?? {},
    question: first,
  };
  return {
    language,
    screen: { kind: 'questions', questions: [view], sections: [] },
    position: 1,
    said: undefined,
  };
}

/** One tap answers it, and nothing about it depends on anything. */
const isPlain = (element: Element): element is Question =>
  (element.type === 'smiley' || element.type === 'select_one') &&
  Object.keys(element).every((column) => PLAIN.includes(column)) &&
  (element.required === undefined || element.required === 'true()') &&
  element.parameters?.['randomize'] === undefined;

function viewOf(
  { name, label, media, exclusive }: Choice,
  say: (text: Text | undefined) => string | undefined,
): QuestionView['choices'][number] | undefined {
  const text = say(label);
  if (text === undefined || media !== undefined) return undefined;
  return { name, label: text, ...(exclusive !== undefined && { exclusive }) };
}
