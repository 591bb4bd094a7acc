import type { QuestionTypeName } from '../../questionTypes/index.ts';
import { BIND_PARAMETERS, CONTROL_PARAMETERS } from '../attributeNames.ts';
import { attributesOf } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import type { Bind } from './readBinds.ts';

export interface Attributed {
  readonly parameters: Readonly<Record<string, string>>;
  readonly bind: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
}

const KNOWN_OF_BIND = new Set([
  ...['type', 'readonly', 'required', 'relevant', 'constraint', 'calculate', 'nodeset'],
  ...[
    'jr:requiredMsg',
    'jr:constraintMsg',
    'jr:preload',
    'jr:preloadParams',
    'entities:saveto',
    'earshot:more',
  ],
]);

const KNOWN_OF_CONTROL = new Set('ref nodeset bind appearance mediatype query'.split(' '));

/** Sorts attributes into parameters of the type and what is kept word for word. */
export function readParameters(
  type: QuestionTypeName,
  bind: Bind,
  control: XmlElement | undefined,
): Attributed {
  const parameters: Record<string, string> = {};
  const sort = (
    attributes: Readonly<Record<string, string>>,
    names: Readonly<Record<string, string>>,
    known: ReadonlySet<string>,
  ): Readonly<Record<string, string>> => {
    const rest: Record<string, string> = {};
    for (const [name, value] of Object.entries(attributes)) {
      const parameter = names[name];
      if (parameter !== undefined) parameters[parameter] = value;
      else if (!known.has(name)) rest[name] = value;
    }
    return rest;
  };
  const body =
    control === undefined
      ? {}
      : sort(attributesOf(control), CONTROL_PARAMETERS[type] ?? {}, KNOWN_OF_CONTROL);
  return { body, bind: sort(bind, BIND_PARAMETERS[type] ?? {}, KNOWN_OF_BIND), parameters };
}
