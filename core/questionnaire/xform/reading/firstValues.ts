import type { Question } from '../../definition/index.ts';
import type { QuestionTypeName } from '../../questionTypes/index.ts';
import { expressionOf } from './expressions.ts';
import type { FormReading } from './formReading.ts';
import type { InstanceNode } from './instanceTree.ts';
import { valueOf } from './instanceTree.ts';
import type { Action } from './readActions.ts';

export type FirstValues = Partial<Pick<Question, 'default' | 'dynamicDefault' | 'calculation' | 'triggers'>>;

const LOADING = new Set(['odk-instance-first-load', 'odk-instance-load', 'xforms-ready', 'odk-new-repeat']);

/** What gives a node its value before anyone answers, and afterwards: its text, its calculation, actions. */
export function readFirstValues(reading: FormReading, node: InstanceNode): FirstValues {
  const { path } = node;
  const actions = reading.actions.filter(({ target, kind }) => target === path && kind === 'setvalue');
  const triggered = actions.filter(({ control, events }) => control !== undefined && isChange(events));
  const loaded = actions.filter(({ events }) => events.some((event) => LOADING.has(event)));
  const calculation = expressionOf(reading, reading.bindOf(path)['calculate'], path);
  return {
    ...defaultOf(reading, node, loaded),
    ...(triggered.length === 0
      ? calculation === undefined
        ? {}
        : { calculation }
      : triggeredBy(reading, node, triggered, calculation)),
  };
}

const isChange = (events: readonly string[]): boolean => events.includes('xforms-value-changed');

function defaultOf(reading: FormReading, node: InstanceNode, loaded: readonly Action[]): FirstValues {
  const [first] = loaded;
  const divided = dividedDefault(reading, node, loaded);
  if (divided !== undefined) return { dynamicDefault: divided };
  if (loaded.some(({ value, literal }) => value !== first?.value || literal !== first?.literal))
    reading.find(
      'unsupported',
      node.path,
      'Several actions set its first value: only the first one is used.',
    );
  if (first !== undefined) {
    const value = expressionOf(reading, first.value, node.path);
    if (value !== undefined) return { dynamicDefault: value };
    return first.literal === '' ? {} : { default: first.literal };
  }
  const text = valueOf(node);
  return text === '' ? {} : { default: text };
}

/**
 * Actions that give the instances of the form one value, and those that people add none or another. What is left is not quite the
 * same: an instance that is added where one of the form's was taken away counts as the form's.
 */
function dividedDefault(
  reading: FormReading,
  node: InstanceNode,
  loaded: readonly Action[],
): string | undefined {
  const atLoad = loaded.filter(({ events }) => events.some((event) => event !== NEW));
  const inNew = loaded.filter(({ events }) => events.includes(NEW));
  const repeat = repeatAround(reading, node);
  const [first] = atLoad;
  const [other] = inNew;
  if (repeat === undefined || first === undefined || atLoad.length > 1 || inNew.length > 1 || first === other)
    return undefined;
  if (other?.value === first.value && other?.literal === first.literal) return undefined;
  const later = other === undefined ? quoted(valueOf(node)) : expressionIn(reading, other, node.path);
  const test = `position(${upTo(repeat, node.path)}) <= ${repeat.count}`;
  return `if(${test}, ${expressionIn(reading, first, node.path)}, ${later})`;
}

const NEW = 'odk-new-repeat';

const expressionIn = (reading: FormReading, { value, literal }: Action, path: string): string =>
  expressionOf(reading, value, path) ?? quoted(literal);

function repeatAround(reading: FormReading, node: InstanceNode): InstanceNode | undefined {
  for (let up = node.parent; up !== null; up = up.parent) if (reading.body.repeats.has(up.path)) return up;
  return undefined;
}

/** The way from a node up to the instance that it stands in. */
const upTo = (repeat: InstanceNode, path: string): string =>
  Array.from({ length: path.slice(repeat.path.length).split('/').length - 1 }, () => '..').join('/');

/** An action for one instance leaves what the others have. */
function inInstance(
  reading: FormReading,
  node: InstanceNode,
  { instance }: Action,
  expression: string | undefined,
): string | undefined {
  const repeat = repeatAround(reading, node);
  if (instance === undefined || repeat === undefined) return expression;
  return `if(position(${upTo(repeat, node.path)}) = ${instance}, ${expression ?? "''"}, .)`;
}

function triggeredBy(
  reading: FormReading,
  node: InstanceNode,
  actions: readonly Action[],
  calculation: string | undefined,
): FirstValues {
  const { path } = node;
  const [first] = actions;
  const values = new Set(actions.map(({ value, literal }) => value ?? `'${literal}'`));
  if (values.size > 1 || calculation !== undefined) {
    reading.find('unsupported', path, 'It is set in several ways: only the first action is used.');
  }
  const text = first?.value ?? (first?.literal === '' ? undefined : quoted(first?.literal ?? ''));
  const plain = expressionOf(reading, text, path);
  const expression = first === undefined ? plain : inInstance(reading, node, first, plain);
  return {
    ...(expression === undefined ? {} : { calculation: expression }),
    triggers: triggerNames(actions),
  };
}

const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);

export const triggerNames = (actions: readonly Action[]): readonly string[] => [
  ...new Set(actions.map(({ control }) => control?.slice(control.lastIndexOf('/') + 1) ?? '')),
];

/** Types that an action makes of a node: places and recordings taken in the background. */
export function typeOfActions(
  reading: FormReading,
  path: string,
): { type: QuestionTypeName; actions: readonly Action[] } | undefined {
  const actions = reading.actions.filter(({ target, kind }) => target === path && kind !== 'setvalue');
  const [first] = actions;
  if (first === undefined) return undefined;
  if (first.kind === 'recordaudio') return { type: 'background-audio', actions };
  return { type: isChange(first.events) ? 'background-geopoint' : 'start-geopoint', actions };
}
