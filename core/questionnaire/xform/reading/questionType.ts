import type { QuestionTypeName } from '../../questionTypes/index.ts';
import { attributeOf, usualName } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import type { Bind } from './readBinds.ts';

/** Data type of a bind, without the prefix of XML Schema. */
export const dataType = (bind: Bind): string => (bind['type'] ?? 'string').replace(/^xsd:/, '');

const OF_INPUT: Readonly<Record<string, QuestionTypeName>> = {
  int: 'integer',
  integer: 'integer',
  long: 'integer',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  geopoint: 'geopoint',
  geotrace: 'geotrace',
  geoshape: 'geoshape',
  barcode: 'barcode',
  binary: 'file',
};

const OF_MEDIA: readonly (readonly [RegExp, QuestionTypeName])[] = [
  [/^image\//, 'image'],
  [/^audio\//, 'audio'],
  [/^video\//, 'video'],
  [/^osm\//, 'osm'],
];

/** The type of a question that is asked. */
export function typeOfControl(control: XmlElement, bind: Bind): QuestionTypeName {
  switch (usualName(control)) {
    case 'select1':
      return 'select_one';
    case 'select':
      return 'select_multiple';
    case 'odk:rank':
    case 'rank':
      return 'rank';
    case 'range':
      return 'range';
    case 'trigger':
      return 'acknowledge';
    case 'upload': {
      const mediatype = attributeOf(control, 'mediatype') ?? '';
      return OF_MEDIA.find(([pattern]) => pattern.test(mediatype))?.[1] ?? 'file';
    }
    default:
      return typeOfInput(control, bind);
  }
}

function typeOfInput(control: XmlElement, bind: Bind): QuestionTypeName {
  if (attributeOf(control, 'query') !== undefined) return 'select_one_external';
  const type = OF_INPUT[dataType(bind)];
  if (type !== undefined) return type;
  return bind['readonly']?.trim() === 'true()' ? 'note' : 'text';
}

const PRELOADED: Readonly<Record<string, QuestionTypeName>> = {
  'timestamp start': 'start',
  'timestamp end': 'end',
  'date today': 'today',
  'property deviceid': 'deviceid',
  'property username': 'username',
  'property email': 'email',
  'property phonenumber': 'phonenumber',
  'property simserial': 'simserial',
  'property subscriberid': 'subscriberid',
};

/** The type of a node that the device fills in. */
export function typeOfPreload(bind: Bind): QuestionTypeName | undefined {
  const params = (bind['jr:preloadParams'] ?? '').replace(/^uri:/, '');
  return PRELOADED[`${bind['jr:preload'] ?? ''} ${params}`];
}

/** The type of a node that nobody is asked for. */
export function typeOfHidden(bind: Bind): QuestionTypeName {
  return bind['calculate'] === undefined ? 'hidden' : typeOfCalculated(bind);
}

/** The same of one that is calculated, or set by an action. */
export function typeOfCalculated(bind: Bind): QuestionTypeName {
  const type = OF_INPUT[dataType(bind)];
  return type === undefined || type === 'barcode' || type === 'file' ? 'calculate' : type;
}
