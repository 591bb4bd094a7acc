import type { Difference } from './differences.ts';

/** The form that a difference was found in. */
export interface ComparedForm {
  readonly file: string;
  readonly languages: number;
}

type Kind = readonly [reason: string, applies: (difference: Difference, form: ComparedForm) => boolean];

/** Types that stand in no body: their labels and hints are shown to nobody. */
const HIDDEN =
  /^(calculate|hidden|start|end|today|deviceid|username|email|phonenumber|simserial|subscriberid|audit|start-geopoint|background-audio|background-geopoint|csv-external|xml-external)$/;

const within = ({ place }: Difference, ...names: readonly string[]): boolean =>
  names.some((name) => place.split('.').includes(name));

/** What pyxform's XForm does not say, or says otherwise, so that it can not be read out of it. All else is to be equal. */
const UNTOLD: readonly Kind[] = [
  ['columns of other tools are not in the XForm', (difference) => within(difference, 'extra')],
  [
    'tags of OpenStreetMap are not in the XForm',
    (difference) => within(difference, 'osmTags') || difference.type === 'osm',
  ],
  [
    'labels, hints and attributes of what nobody is shown are not in the XForm',
    (difference) => HIDDEN.test(difference.type) && within(difference, 'label', 'hint', 'body'),
  ],
  [
    'hints of groups are not in the XForm',
    (difference) => /group|repeat/.test(difference.type) && within(difference, 'hint'),
  ],
  [
    'settings of the converter, and those that say no, are not in the XForm',
    ({ place, one, other }) =>
      /^settings(\.(allowChoiceDuplicates|clientEditable|omitInstanceId))?$/.test(place) &&
      other === undefined &&
      onlyConverter(one),
  ],
  [
    'a dash is written where a translation is missing, so a dash is read as none',
    ({ one, other }) => one === '-' && other === undefined,
  ],
  [
    'the only language of a form has no name in the XForm',
    (difference, { languages }) => languages === 1 && isOfLanguage(difference),
  ],
  [
    'attributes of a repeat stand on one of its instances',
    ({ type, place }) => type === 'repeat' && /instance$/.test(place),
  ],
  [
    'the rows of a text question are a parameter of it, too',
    ({ type, place }) => type === 'text' && /body$/.test(place),
  ],
  [
    'the accuracy to wait for, written as the attribute that it becomes',
    (difference, { file }) => file.includes('gps_accuracy_threshold') && difference.type === 'geopoint',
  ],
  [
    'a range says its start, end and step, also where they are the usual ones',
    ({ type, place }) => type === 'range' && place.includes('.parameters'),
  ],
  [
    'a text that is read-only is a note in the XForm',
    ({ type, column }) => /text|note/.test(type) && /^(type|readOnly)$/.test(column),
  ],
  [
    'groups are never required: we warn of it, pyxform writes it',
    ({ type, place }) => type === 'group' && /bind$/.test(place),
  ],
  ['search() names the list after the file', (_, { file }) => file.includes('search_and_select')],
  ['a filter of what is no select', ({ type, column }) => type === 'text' && column === 'choiceFilter'],
  ['functions of other tools are reported and left out', (_, { file }) => file.includes('input_types')],
  ['namespaces that pyxform declares itself', ({ place }) => place === 'settings.namespaces.enk'],
  [
    'lists of select_one_external are no part of the XForm; its CSV file leaves empty cells out, which moves the others',
    (difference) => within(difference, 'externalChoices'),
  ],
  [
    'a date in a cell is a date; pyxform adds a time to it',
    ({ other }) => typeof other === 'string' && / 00:00:00$/.test(other),
  ],
  [
    'where attached lists and entities stood is not in the XForm',
    ({ place, type, one, other }) =>
      (place === 'elements' && (sameWords(one, other) || type.endsWith('-external'))) ||
      /^entities\b/.test(place),
  ],
  [
    'that nobody sees what is calculated by a trigger and has no label: which type it had only its data type tells',
    ({ type, place, one, other }) =>
      (/^select_/.test(type) && /\.choices$/.test(place) && other === undefined) ||
      (/\.type$/.test(place) && /^select_/.test(String(one)) && other === 'calculate'),
  ],
  [
    'we are right: a default that is no answer is left out and told; pyxform writes it',
    ({ place, one, other }) => /\.default$/.test(place) && one === undefined && typeof other === 'string',
  ],
  [
    'a parameter that means nothing for its type is kept and warned of; pyxform drops it',
    ({ type, place }) => /^(integer|note|text)$/.test(type) && /\.parameters$/.test(place),
  ],
  [
    'an author wrote the path that pyxform makes of a name, and the other way round',
    ({ one, other }) => samePaths(one, other),
  ],
  [
    'texts of attributes that only other apps read are kept as the XForm has them',
    ({ place }) => /\.bind\.jr:noAppErrorString$/.test(place),
  ],
  [
    'pyxform is wrong: it writes a piece of Python instead of an attribute of two names',
    ({ other }) => typeof other === 'string' && /^\{'\w+': /.test(other),
  ],
  [
    'settings of SMS are attributes of the root in the XForm',
    ({ place, other }) =>
      place === 'settings.attributes' && /odk:(?:prefix|delimiter)/.test(JSON.stringify(other)),
  ],
  [
    'we are right: the column without a language is the one of the default language; pyxform counts it as one more language',
    (_, { file }) => /test_missing_translation__(?:one_lang|issue_157)/.test(file),
  ],
  ['which texts named no language is told by halves in the XForm', ({ place }) => /^spelling\b/.test(place)],
  [
    'a filter that reads a column of labels reads the label: the XForm has no such column',
    (_, { file }) => file.includes('xl_date_ambiguous.xlsx'),
  ],
];

const sameWords = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' &&
  typeof other === 'string' &&
  one.split(' ').toSorted().join(' ') === other.split(' ').toSorted().join(' ');

/** Names instead of the paths to them, blanks left out. */
const named = (text: string): string =>
  text.replace(/(?:current\(\)\/)?(?:\.\.\/|\/)[\w./-]*?([\w-]+)(?=[\s)\]]|$)/g, '${$1}').replace(/\s+/g, '');

const samePaths = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && named(one) === named(other);

const onlyConverter = (one: unknown): boolean =>
  typeof one !== 'object' ||
  one === null ||
  Object.entries(one).every(
    ([name, value]) => /^(allowChoiceDuplicates|clientEditable|extra)$/.test(name) || value === false,
  );

const isOfLanguage = ({ place }: Difference): boolean =>
  /^(title|languages|defaultLanguage|spelling)|\.(label|hint)\.|\.(label|hint)$/.test(place);

export const whyUntold = (difference: Difference, form: ComparedForm): string | undefined =>
  UNTOLD.find(([, applies]) => applies(difference, form))?.[0];
