import type { Choice, Definition, Element, QuestionTypeName } from '../../core/questionnaire/index.ts';

const en = (text: string) => ({ en: text });

const list = (...labels: readonly string[]): readonly Choice[] =>
  labels.map((label) => ({ name: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'), label: en(label) }));

const numbered = (...labels: readonly string[]): readonly Choice[] =>
  labels.map((label, index) => ({ name: String(index + 1), label: en(label) }));

/** Names of places, more than anybody looks through. */
const TOWNS = Array.from({ length: 80 }, (_, index) => `Town ${String(index + 1)}`);

type Columns = Omit<Extract<Element, { type: QuestionTypeName }>, 'type' | 'name' | 'label'>;

const ask = (type: QuestionTypeName, name: string, label: string, columns: Columns = {}): Element => ({
  type,
  name,
  label: en(label),
  ...columns,
});

const plain: readonly Element[] = [
  ask('note', 'welcome', 'A few **short** questions'),
  ask('text', 'words', 'What did you come for?', { hint: en('A few words are enough.') }),
  ask('text', 'long_words', 'Tell us the whole story', { appearance: 'multiline' }),
  ask('text', 'room', 'Which room?', { appearance: 'numbers' }),
  ask('integer', 'visits', 'How many times have you been here?', {
    constraint: '. < 1000',
    constraintMessage: en('Nobody has been here *that* often.'),
    warning: '. < 100',
    warningMessage: en('More than a hundred times?'),
    specialAnswers: ['dontKnow', 'refused'],
  }),
  ask('integer', 'people', 'How many are you?', { appearance: 'counter' }),
  ask('decimal', 'spent', 'How much did you spend?', { appearance: 'thousands-sep' }),
  ask('range', 'comfort', 'How comfortable was it?'),
  ask('range', 'noise', 'How loud was it?', {
    parameters: { start: '0', end: '10', step: '5', tick_labelset: 'noises' },
  }),
  ask('range', 'height', 'How high?', { appearance: 'vertical', parameters: { start: '0', end: '4' } }),
  ask('range', 'bags', 'How many bags?', { appearance: 'picker' }),
  ask('range', 'shine', 'How clean was it?', { appearance: 'rating', parameters: { start: '1', end: '5' } }),
  ask('date', 'day', 'When were you here?'),
  ask('date', 'month', 'In which month did you book?', { appearance: 'month-year' }),
  ask('date', 'year', 'In which year did you join?', { appearance: 'year' }),
  ask('time', 'hour', 'At what time?'),
  ask('dateTime', 'moment', 'When exactly did it happen?'),
];

const choosing: readonly Element[] = [
  ask('select_one', 'way', 'How did you get here?', { choices: 'ways' }),
  ask('select_multiple', 'bought', 'What did you buy?', { choices: 'goods' }),
  ask('select_one', 'columns', 'Which one first?', { choices: 'goods', appearance: 'columns-3' }),
  ask('select_one', 'agree', 'The staff were helpful', { choices: 'agreement', appearance: 'likert' }),
  ask('select_one', 'town', 'Where do you live?', { choices: 'towns', appearance: 'minimal autocomplete' }),
  ask('rank', 'order', 'What matters most?', { choices: 'goods' }),
  ask('acknowledge', 'rules', 'Please keep your receipt'),
  ask('picture-choice', 'picture', 'Which shop was it?', { choices: 'shops' }),
];

const scales: readonly Element[] = [
  ask('smiley', 'smiley', 'How was your visit?'),
  ask('nps', 'nps', 'How likely are you to recommend us?'),
  ask('csat', 'csat', 'How satisfied are you?'),
  ask('csat', 'csat_ten', 'How satisfied are you with the price?', { parameters: { points: '10' } }),
  ask('csat', 'csat_named', 'How was the queue?', { parameters: { points: '3' }, choices: 'three' }),
  ask('ces', 'ces', 'It was easy to get help'),
  ask('stars', 'stars', 'How many stars?'),
  ask('thumbs', 'thumbs', 'Was it worth it?'),
  ask('slider', 'slider', 'How full was it?', { parameters: { tick_interval: '25' } }),
  ask('rating-matrix', 'matrix', 'How good were these?', { choices: 'goods', parameters: { scale: 'five' } }),
  ask('importance-satisfaction', 'pairs', 'How important is it, and how good was it?', { choices: 'two' }),
  ask('semantic-differential', 'between', 'What was it like?', {
    choices: 'poles',
    parameters: { poles: 'opposites' },
  }),
  ask('constant-sum', 'sum', 'Share out 100 points', { choices: 'two' }),
];

const others: readonly Element[] = [
  ask('statement', 'pause', 'Nearly done'),
  ask('email-address', 'mail', 'Your e-mail address'),
  ask('phone-number', 'phone', 'Your phone number'),
  ask('contact-request', 'contact', 'May we call you back?', { hint: en('Only about this visit.') }),
  ask('barcode', 'code', 'What does the label say?'),
  ask('geopoint', 'point', 'Where was it?'),
  ask('geotrace', 'trace', 'Which way did you walk?'),
  ask('geoshape', 'shape', 'Which area was it?'),
  ask('image', 'image', 'Take a picture'),
  ask('audio', 'audio', 'Say it aloud'),
  ask('video', 'video', 'Film it'),
  ask('file', 'file', 'Add a file'),
  ask('signature', 'signature', 'Please sign'),
  ask('calculate', 'sums', 'unseen', { calculation: '1 + 1' }),
  ask('hidden', 'unseen', 'unseen'),
];

const together: Element = {
  type: 'group',
  name: 'you',
  label: en('About you'),
  appearance: 'field-list',
  elements: [
    ask('text', 'first_name', 'First name'),
    ask('integer', 'age', 'Age', { constraint: '. < 120' }),
    ask('select_one', 'home', 'Where do you live?', { choices: 'towns', appearance: 'minimal' }),
    ask('date', 'birthday', 'Date of birth'),
    ask('select_one', 'sex', 'You are', { choices: 'sexes' }),
  ],
};

const table: Element = {
  type: 'group',
  name: 'table',
  label: en('How often do you …'),
  appearance: 'field-list',
  elements: [
    ask('select_one', 'heads', 'Often or seldom', { choices: 'often', appearance: 'label' }),
    ask('select_one', 'shop', 'shop here', { choices: 'often', appearance: 'list-nolabel' }),
    ask('select_one', 'eat', 'eat here', { choices: 'often', appearance: 'list-nolabel' }),
  ],
};

const repeat: Element = {
  type: 'repeat',
  name: 'child',
  label: en('Child'),
  elements: [ask('text', 'child_name', 'What is the name?'), ask('integer', 'child_age', 'How old?')],
};

/** Every type that is asked, most appearances, several questions on a screen and a repeat: what a form can ask of a device. */
export const everyType: Definition = {
  schema: 1,
  id: 'every-type',
  version: '1',
  title: en('Every type'),
  languages: [
    { code: 'en', name: 'English' },
    { code: 'ru', name: 'Русский' },
  ],
  defaultLanguage: 'en',
  choices: {
    ways: list('On foot', 'By bicycle', 'By car', 'By train'),
    goods: list('Fruit', 'Bread', 'Coffee', 'Flowers', 'Something else'),
    shops: list('Corner shop', 'Market hall', 'Station'),
    towns: list(...TOWNS),
    agreement: list('Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'),
    three: numbered('Too long', 'Bearable', 'Short'),
    five: numbered('Very bad', 'Bad', 'Okay', 'Good', 'Very good'),
    noises: [
      { name: '0', label: en('Silent') },
      { name: '5', label: en('Lively') },
      { name: '10', label: en('Deafening') },
    ],
    two: list('Price', 'Friendly staff'),
    poles: list('Cold', 'Old-fashioned', 'Slow'),
    opposites: list('Warm', 'Modern', 'Fast'),
    often: list('Never', 'Sometimes', 'Often'),
    sexes: list('Female', 'Male', 'Neither'),
  },
  elements: [...plain, ...choosing, ...scales, ...others, together, table, repeat],
};
