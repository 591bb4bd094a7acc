import { expect, it } from 'vitest';
import { definitionOf, readLines } from './rehearsal/readLines.ts';

const survey = [
  'type | name | label | relevant | readonly',
  'text | a | A | |',
  "begin group | g | G | ${a} = 'x' | yes",
  "text | b | B | ${a} != '' | ${a} = 'y'",
  'begin group | inner | I | |',
  'text | c | C | |',
  'end group | | | |',
  'end group | | | |',
];
const settings = ['flat', 'yes'];

it('takes groups out of the data where the settings say "flat"; their questions keep to their rules', () => {
  expect(definitionOf({ survey, settings }).elements).toMatchObject([
    { name: 'a' },
    { name: 'b', relevant: "(${a} = 'x') and (${a} != '')", readOnly: "(true()) or (${a} = 'y')" },
    { name: 'c', relevant: "${a} = 'x'", readOnly: 'true()' },
  ]);
  expect(definitionOf({ survey }).elements).toMatchObject([{ name: 'a' }, { name: 'g' }]);
});

it('says that groups are left out, and points at the rows of their questions', () => {
  const wrong = survey.map((line) => (line.startsWith('text | c') ? 'text | c | C | ${nobody} = 1 |' : line));
  expect(readLines({ survey: wrong, settings }).findings).toMatchObject([
    { severity: 'error', sheet: 'survey', row: 6, column: 'relevant' },
    { severity: 'unsupported', sheet: 'settings', column: 'flat' },
  ]);
});
