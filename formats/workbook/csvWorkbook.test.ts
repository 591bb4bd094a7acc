import { expect, it } from 'vitest';
import { readCsv, readCsvRows } from './csvWorkbook.ts';

it.each([
  [
    'commas',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'semicolons, where commas stand in numbers',
    'a;b\r\n1,5;2\r\n',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  [
    'tabs',
    'a\tb\r1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'bars',
    'a|b\n1|2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['one column', 'a\n1\n2', [['a'], ['1'], ['2']]],
  [
    'an empty cell at the end',
    'a,b\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
])('reads %s', (_, text, rows) => {
  expect(readCsvRows(text)).toEqual(rows);
});

it('takes what stands in quotes as it is, line breaks and all', () => {
  expect(readCsvRows('a,"b ""c"", d"\n"e\nf",g')).toEqual([
    ['a', 'b "c", d'],
    ['e\nf', 'g'],
  ]);
});

it('makes the best of quotes that are not closed, or not at the end', () => {
  expect(readCsvRows('"a" ,"b"x\nc,"d')).toEqual([
    ['a', 'bx'],
    ['c', 'd'],
  ]);
});

it('counts empty lines, so that what follows is found again', () => {
  const [survey] = readCsv('survey\n\n,type,name\n\n,text,a\n,,\n,text,b\n').sheets;
  expect(survey?.rows).toEqual([['type', 'name'], [], ['text', 'a'], [], ['text', 'b']]);
});

it('finds the sheets of a form in one file', () => {
  expect(readCsv('survey\n,type,name\n,text,a\nchoices,list_name,name\n,yn,y\n').sheets).toEqual([
    {
      name: 'survey',
      rows: [
        ['type', 'name'],
        ['text', 'a'],
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name'],
        ['yn', 'y'],
      ],
    },
  ]);
});
