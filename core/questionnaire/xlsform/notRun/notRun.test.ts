import { expect, it } from 'vitest';
import { readLines } from '../rehearsal/readLines.ts';

type Sheets = Readonly<Record<string, readonly string[]>>;

const told = (sheets: Sheets): readonly string[] =>
  readLines(sheets)
    .findings.filter(({ severity }) => severity === 'unsupported')
    .map(({ sheet, row, column }) => `${sheet}:${row}:${column}`);

const head = 'type | name | label | appearance | parameters | autoplay | minimum_seconds';

it.each([
  ['image | q | Q | | max-pixels=100 |', 'type'],
  ['audio | q | Q | | |', 'type'],
  ['video | q | Q | | |', 'type'],
  ['file | q | Q | | |', 'type'],
  ['background-audio | q | | | |', 'type'],
  ['start-geopoint | q | | | |', 'type'],
  ['audit | audit | | | |', 'type'],
  ['username | u | | | |', 'type'],
  ['email | u | | | |', 'type'],
  ['phonenumber | u | | | |', 'type'],
  ['note | q | Q | url | |', 'appearance'],
  ['note | q | Q | printer:x | |', 'appearance'],
  ['geopoint | q | Q | | warning-accuracy=20 |', 'parameters'],
  ['geotrace | q | Q | | incremental=true |', 'parameters'],
  ['text | q | Q | masked | |', 'appearance'],
  ['text | q | Q | w4 | |', 'appearance'],
  ['text | q | Q | ex:org.example.app | |', 'appearance'],
  ['decimal | q | Q | bearing | |', 'appearance'],
  ['date | q | Q | ethiopian | |', 'appearance'],
  ['geopoint | q | Q | placement-map | |', 'appearance'],
  ['geopoint | q | Q | | allow-mock-accuracy=true |', 'parameters'],
  ['note | q | Q | | | main |', 'autoplay'],
  ['note | q | Q | | | | 5', 'minimum_seconds'],
])('tells of what a form asks for and does not get: %s', (line, column) => {
  expect(told({ survey: [head, line] })).toEqual([`survey:2:${column}`]);
});

it.each([
  ['form_title', 'Visit', false],
  ['public_key', 'KEY', true],
  ['submission_url', 'https://example.org', true],
  ['add_none_option', 'yes', true],
  ['add_none_option', 'no', false],
  ['client_editable', 'yes', true],
  ['auto_send', 'yes', false],
  ['auto_send', 'no', true],
  ['auto_delete', 'yes', true],
  ['sms_keyword', 'VISIT', true],
])('and so for settings: %s = %s', (name, value, isTold) => {
  const found = told({ survey: [head, 'text | q | Q | | |'], settings: [name, value] });
  expect(found).toEqual(isTold ? [`settings:2:${name}`] : []);
});

it('says that entities are neither made nor changed', () => {
  const survey = ['type | name | label | save_to', 'text | species | Species | species'];
  expect(told({ survey, entities: ['list_name | label', 'trees | ${species}'] })).toEqual([
    'entities:2:list_name',
  ]);
});

it('says that pictures, sounds and films are not shown, once a column', () => {
  const survey = [
    'type | name | label | media::image',
    'select_one l | a | A |',
    'note | b | B | b.png',
    'note | c | C | c.png',
  ];
  const choices = ['list_name | name | label | audio', 'l | x | X | x.mp3'];
  expect(told({ survey, choices })).toEqual(['survey:3:media::image', 'choices:2:audio']);
});
