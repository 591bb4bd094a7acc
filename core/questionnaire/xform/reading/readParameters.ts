import type { QuestionTypeName } from '../../questionTypes/index.ts';
import { attributesOf } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import type { Bind } from './readBinds.ts';

/** Attributes of the control that are parameters of the type, by the parameter's name. */
const OF_CONTROL: Readonly<Partial<Record<QuestionTypeName, Readonly<Record<string, string>>>>> = {
  text: { rows: 'rows' },
  range: {
    start: 'start',
    end: 'end',
    step: 'step',
    'odk:tick-interval': 'tick_interval',
    'odk:placeholder': 'placeholder',
  },
  geopoint: { accuracyThreshold: 'capture-accuracy', unacceptableAccuracyThreshold: 'warning-accuracy' },
  geotrace: { 'odk:incremental': 'incremental' },
  geoshape: { 'odk:incremental': 'incremental' },
  image: { intent: 'app' },
};

/** The same for attributes of the bind. */
const OF_BIND: Readonly<Partial<Record<QuestionTypeName, Readonly<Record<string, string>>>>> = {
  image: { 'orx:max-pixels': 'max-pixels' },
  geopoint: { 'odk:allow-mock-accuracy': 'allow-mock-accuracy' },
  geotrace: { 'odk:allow-mock-accuracy': 'allow-mock-accuracy' },
  geoshape: { 'odk:allow-mock-accuracy': 'allow-mock-accuracy' },
  audio: { 'odk:quality': 'quality' },
  audit: {
    'odk:location-priority': 'location-priority',
    'odk:location-min-interval': 'location-min-interval',
    'odk:location-max-age': 'location-max-age',
    'odk:track-changes': 'track-changes',
    'odk:track-changes-reasons': 'track-changes-reasons',
    'odk:identify-user': 'identify-user',
  },
};

export interface Attributed {
  readonly parameters: Readonly<Record<string, string>>;
  readonly bind: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
}

const KNOWN_OF_BIND = new Set([
  ...['type', 'readonly', 'required', 'relevant', 'constraint', 'calculate', 'nodeset'],
  ...['jr:requiredMsg', 'jr:constraintMsg', 'jr:preload', 'jr:preloadParams', 'entities:saveto'],
]);

const KNOWN_OF_CONTROL = new Set('ref nodeset bind appearance mediatype query class'.split(' '));

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
    control === undefined ? {} : sort(attributesOf(control), OF_CONTROL[type] ?? {}, KNOWN_OF_CONTROL);
  return { body, bind: sort(bind, OF_BIND[type] ?? {}, KNOWN_OF_BIND), parameters };
}
