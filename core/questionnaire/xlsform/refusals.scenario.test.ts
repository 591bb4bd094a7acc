import { expect, it } from 'vitest';
import { readLines } from './rehearsal/readLines.ts';

type Sheets = Readonly<Record<string, readonly string[]>>;

const head = 'type | name | label | relevant | trigger | parameters | choice_filter | calculation';
const yn = ['list_name | name | label', 'yn | y | Yes', 'yn | n | No'];
const survey = (...rows: readonly string[]): Sheets => ({ survey: [head, ...rows] });
const withChoices = (choices: readonly string[], ...rows: readonly string[]): Sheets => ({
  ...survey(...rows),
  choices,
});

/** What is wrong, the form, and where: sheet:row:column. */
const refusals: readonly (readonly [what: string, sheets: Sheets, place: string, message: RegExp])[] = [
  ['no survey', { survy: ['type'] }, ':0:', /Did you mean "survy"/],
  ['no header', { survey: ['text | a | A'] }, 'survey:1:type', /no column "type"/],
  ['two columns alike', { survey: ['type | name | name | label'] }, 'survey:1:name', /two columns/],
  ['two names of a column', { survey: ['type | name | value | label'] }, 'survey:1:value', /same column/],
  ['no type', survey(' | a | A'), 'survey:2:type', /no type/],
  ['an unknown type', survey('txt | a | A'), 'survey:2:type', /Did you mean "text"/],
  ['capitals in a type', survey('Text | a | A'), 'survey:2:type', /Did you mean "text"/],
  ['no name', survey('text | | A'), 'survey:2:name', /no name/],
  ['a bad name', survey('text | 1 a | A'), 'survey:2:name', /cannot be a name/],
  ['a name twice', survey('text | a | A', 'text | a | B'), 'survey:3:name', /already a name/],
  ['the name meta', survey('text | meta | A'), 'survey:2:name', /meta/],
  ['nothing to read', survey('text | a |'), 'survey:2:label', /no label/],
  ['a group without end', survey('begin group | g | G', 'text | a | A'), 'survey:2:type', /never ended/],
  ['an end without group', survey('text | a | A', 'end group | |'), 'survey:3:type', /no group to end/],
  [
    'crossed ends',
    survey('begin group | g | G', 'begin repeat | r | R', 'text | a | A', 'end group | |', 'end repeat | |'),
    'survey:5:type',
    /comes first/,
  ],
  ['a select without list', survey('select_one | a | A'), 'survey:2:type', /name of one list/],
  ['no choices', survey('select_one yn | a | A'), 'survey:2:type', /no sheet "choices"/],
  ['an unknown list', withChoices(yn, 'select_one yns | a | A'), 'survey:2:type', /Did you mean "yn"/],
  [
    'a choice twice',
    withChoices([...yn, 'yn | y | Yes'], 'select_one yn | a | A'),
    'choices:4:name',
    /also the name/,
  ],
  [
    'a choice without name',
    withChoices([...yn, 'yn | | Maybe'], 'select_one yn | a | A'),
    'choices:4:name',
    /no name/,
  ],
  [
    'a space in a choice',
    withChoices([...yn, 'yn | a b | Maybe'], 'select_multiple yn | a | A'),
    'choices:4:name',
    /a_b/,
  ],
  [
    'other with a filter',
    withChoices(yn, 'select_one yn or_other | a | A | | | | name = 1'),
    'survey:2:choice_filter',
    /or_other/,
  ],
  ['a file of no kind', survey('select_one_from_file a.pdf | a | A'), 'survey:2:type', /csv/],
  ['a broken reference', survey('text | a | A ${b'), 'survey:2:label', /between \$\{ and \}/],
  [
    'an unknown reference',
    survey('text | a | A', 'text | b | Dear ${aa}'),
    'survey:3:label',
    /Did you mean "a"/,
  ],
  ['an unreadable expression', survey('text | a | A | 1 +'), 'survey:2:relevant', /./],
  [
    'a trigger of no question',
    survey('text | a | A', 'calculate | b | | | a | | | 1'),
    'survey:3:trigger',
    /\$\{age\}/,
  ],
  [
    'a trigger that nobody sees',
    survey('calculate | a | | | | | | 1', 'calculate | b | | | ${a} | | | 1'),
    'survey:3:trigger',
    /./,
  ],
  ['broken parameters', survey('range | a | A | | | start=1 end'), 'survey:2:parameters', /pairs/],
  ['a strange parameter', survey('range | a | A | | | stop=1'), 'survey:2:parameters', /stop/],
  ['nothing to calculate', survey('calculate | a |'), 'survey:2:calculation', /calculation/],
  [
    'a list in a repeat',
    survey('begin repeat | r | R', 'csv-external | a |', 'end repeat | |'),
    'survey:3:type',
    /repeat/,
  ],
  [
    'an unknown column of entities',
    { ...survey('text | a | A'), entities: ['list_name | label | what', 'e | ${a} | x'] },
    'entities:1:what',
    /no such column/,
  ],
  [
    'a property with two #',
    {
      survey: ['type | name | label | save_to', 'text | a | A | e#e#p'],
      entities: ['list_name | label', 'e | ${a}'],
    },
    'survey:2:save_to',
    /more than one "#"/,
  ],
  [
    'two entities in one place',
    { ...survey('text | a | A'), entities: ['list_name | label', 'e | ${a}', 'f | ${a}'] },
    'entities:3:list_name',
    /no place left/,
  ],
  [
    'an unknown name in the settings',
    { ...survey('text | a | A'), settings: ['instance_name', '${b}'] },
    'settings:2:instance_name',
    /no question/,
  ],
  [
    'a column that is no attribute',
    { survey: ['type | name | label | instance::a b', 'text | a | A |', 'text | b | B | v'] },
    'survey:3:instance::a b',
    /cannot be the name of an XML attribute/,
  ],
  [
    'a prefix that nobody declares',
    {
      survey: ['type | name | label | bind::foo:bar', 'text | a | A | v'],
      settings: ['namespaces', 'x="u:x"'],
    },
    'survey:2:bind::foo:bar',
    /"foo" is not declared/,
  ],
  [
    'an attribute of the form that is none',
    { ...survey('text | a | A'), settings: ['attribute::a b', 'v'] },
    'settings:2:attribute::a b',
    /cannot be the name/,
  ],
];

it.each(refusals)('refuses %s', (_what, sheets, place, message) => {
  const { definition, findings } = readLines(sheets);
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(definition).toBeNull();
  expect(errors.map(({ sheet, row, column }) => `${sheet}:${row}:${column}`)).toContain(place);
  expect(errors.map((error) => error.message).join('\n')).toMatch(message);
});

it('tells everything wrong at once, and nothing that only follows from it', () => {
  const { findings } = readLines(
    survey('txt | a | A', 'text | b | Dear ${a}', 'text | | C', 'integer | d | D | ${e} > 1'),
  );
  expect(findings.map(({ severity, row, column }) => [severity, row, column])).toEqual([
    ['error', 2, 'type'],
    ['error', 4, 'name'],
    ['error', 5, 'relevant'],
  ]);
});

it('says one thing of a cell, in the words of the sheet', () => {
  const told = (sheets: Sheets): readonly string[] =>
    readLines(sheets)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ row, column }) => `${row}:${column}`);
  expect(told(survey('text | q | Q', 'text | a | A | ${q = 1'))).toEqual(['3:relevant']);
  expect(told(survey('select_one_from_file a.txt | a | A'))).toEqual(['2:type']);
});
