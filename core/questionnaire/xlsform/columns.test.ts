import { expect, it } from 'vitest';
import { definitionOf, questionsOf, readLines } from './rehearsal/readLines.ts';

it('reads sheets, headers and aliases whatever their capitals', () => {
  const [question] = questionsOf({
    ' Survey ': [
      'Command | Tag | Caption | Relevance | Read Only | constraint message | Required | constraint',
      'text | a | Name? | 1 = 1 | yes | Too long | TRUE | string-length(.) < 5',
    ],
  });
  expect(question).toEqual({
    type: 'text',
    name: 'a',
    label: { default: 'Name?' },
    relevant: '1 = 1',
    readOnly: 'true()',
    required: 'true()',
    constraint: 'string-length(.) < 5',
    constraintMessage: { default: 'Too long' },
  });
});

it('takes the moment that a cell shows for a moment of the interview', () => {
  const survey = [
    'type | name | label | default',
    'dateTime | a | A | 2024-02-29 18:00:00',
    'dateTime | b | B | 2024-02-29',
    'dateTime | c | C | 2024-02-29T18:00:00+02:00',
  ];
  expect(readLines({ survey }).findings).toEqual([]);
  expect(questionsOf({ survey }).map((question) => question.default)).toEqual([
    '2024-02-29T18:00:00.000',
    '2024-02-29T00:00:00.000',
    '2024-02-29T18:00:00+02:00',
  ]);
});

it('tells static from dynamic defaults', () => {
  const questions = questionsOf({
    survey: [
      'type | name | label | default',
      'text | a | A | plain words',
      'integer | b | B | 1 + 1',
      'date | c | C | 2026-11-21',
      'date | d | D | today()',
      'text | e | E | ${a}',
      'integer | f | F | seven',
      'image | g | G | face.png',
    ],
  });
  expect(questions.map((question) => [question.default, question.dynamicDefault])).toEqual([
    ['plain words', undefined],
    [undefined, '1 + 1'],
    ['2026-11-21', undefined],
    [undefined, 'today()'],
    [undefined, '${a}'],
    [undefined, undefined],
    ['jr://images/face.png', undefined],
  ]);
});

it('keeps attributes, and columns of other tools by their header', () => {
  const [question] = questionsOf({
    survey: [
      'type | name | label | bind::x:y | body::accept | instance::odk:tag | hxl | minimum_seconds | autoplay',
      'text | a | A | 1 | pdf | t | #affected | 5 | audio',
    ],
    settings: ['namespaces', 'x="http://x.example"'],
  });
  expect(question).toMatchObject({
    bind: { 'x:y': '1' },
    body: { accept: 'pdf', autoplay: 'audio' },
    instance: { 'odk:tag': 't' },
    extra: { hxl: '#affected' },
    minimumSeconds: 5,
  });
});

it('reads parameters with any delimiter, values in small letters unless they name something', () => {
  const [question] = questionsOf({
    survey: [
      'type | name | label | parameters',
      'select_one_from_file places.csv | a | A | Randomize=TRUE; value=Id,label = Name',
    ],
  });
  expect(question).toMatchObject({
    type: 'select_one_from_file',
    file: 'places.csv',
    parameters: { randomize: 'true', value: 'Id', label: 'Name' },
  });
});

it('brings back types of ours from their nearest row', () => {
  const [scale, sum] = questionsOf({
    survey: [
      'type | name | label | appearance',
      'select_one earshot_points_5 | a | A | likert earshot-smiley vertical',
      'text | b | B | earshot-constant-sum(total=10,choices=brands)',
    ],
    choices: ['list_name | name | label', 'earshot_points_5 | 1 | 1', 'brands | x | X', 'brands | y | Y'],
  });
  expect(scale).toEqual({ type: 'smiley', name: 'a', label: { default: 'A' }, appearance: 'vertical' });
  expect(sum).toEqual({
    type: 'constant-sum',
    name: 'b',
    label: { default: 'B' },
    choices: 'brands',
    parameters: { total: '10' },
  });
});

it('straightens quotes, collapses spaces, and takes non-breaking spaces for spaces', () => {
  const [question] = questionsOf({
    survey: ['type | name | label | relevant', 'text | a | How\u00A0  are  you, “friend”? | ‘a’ = ’a’'],
  });
  expect(question).toMatchObject({ label: { default: 'How are you, "friend"?' }, relevant: "'a' = 'a'" });
});

it('takes id and title from the settings, from rows of the survey, or from the name of the file', () => {
  const survey = ['type | name | label', 'text | a | A'];
  expect(definitionOf({ survey })).toMatchObject({ id: 'visit', version: '', title: { default: 'visit' } });
  expect(definitionOf({ survey: [...survey, 'set_form_id | other | '] })).toMatchObject({ id: 'other' });
  const settings = [
    'form_id | form_title | version | instance_name | auto_send | attribute::x | name',
    'f1 | Form | 3 | ${a} | yes | y | root',
  ];
  expect(definitionOf({ survey, settings })).toMatchObject({
    id: 'f1',
    title: { default: 'Form' },
    version: '3',
    root: 'root',
    settings: { instanceName: '${a}', autoSend: true, attributes: { x: 'y' } },
  });
});

it('passes over disabled rows and rows that say nothing, and tells so', () => {
  const { definition, findings } = readLines({
    survey: [
      'type | name | label | disabled | note',
      'text | a | A | yes |',
      'text | b | B | no |',
      ' | | | | only a remark',
    ],
  });
  expect(definition?.elements.map(({ name }) => name)).toEqual(['b']);
  expect(findings.map(({ row, column }) => [row, column])).toEqual([
    [2, 'disabled'],
    [3, 'disabled'],
    [4, ''],
  ]);
});

it('warns of columns that are nearly those of XLSForm', () => {
  const { findings } = readLines({
    survey: [
      'type | name | label | relevent | constrain | hints | hxl | bind::relevant',
      'text | a | A | 1 = 2 | . > 1 | | #x |',
    ],
  });
  expect(
    findings.map(({ severity, row, column, message }) => [severity, row, column, /Did.*/.exec(message)?.[0]]),
  ).toEqual([['warning', 1, 'constrain', 'Did you mean "constraint"?']]);
});
