import { utils, write } from '@e965/xlsx';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

function workbook(bookType: 'xlsx' | 'biff8', survey: readonly (readonly string[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(survey.map((row) => [...row])), 'survey');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

async function run(form: string, steps: readonly object[]): Promise<unknown> {
  const answers = put('answers.json', JSON.stringify({ steps }));
  const { status, output } = await simulate([form, '--answers', answers, '--json']);
  return { status, ...(JSON.parse(output ?? '{}') as object) };
}

const SURVEY = [
  ['type', 'name', 'label', 'choice_filter', 'calculation', 'parameters'],
  ['select_one_from_file towns.csv', 'town', 'Town', "land = 'lv'", '', ''],
  ['select_one_from_file roads.xml', 'road', 'Road', '', '', 'value=id label=title'],
  ['select_one_from_file places.geojson', 'place', 'Place', '', '', ''],
  ['calculate', 'people', '', '', "pulldata('facts', 'people', 'key', ${town})", ''],
  ['calculate', 'where', '', '', "instance('places')/root/item[id = ${place}]/geometry", ''],
];

const LISTS: Readonly<Record<string, string>> = {
  'towns.csv': '\uFEFFname;label;land\r\nriga;Rīga;lv\r\ntartu;Tartu;ee\r\n',
  'roads.xml': '<root><item><id>a1</id><title>The A1</title></item></root>',
  'places.geojson':
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "well", "properties": {"title": "A well"}, "geometry": {"type": "Point", "coordinates": [24.1, 56.9]}}]}',
  'facts.csv': 'key,people\nriga,605273\n',
};

const STEPS = [
  { answer: '/data/town', value: 'riga' },
  { answer: '/data/road', value: 'a1' },
  { answer: '/data/place', value: 'well' },
  { answer: '/data/town', value: 'tartu' },
];

const WANTED = {
  status: 0,
  values: {
    '/data/town': 'riga',
    '/data/road': 'a1',
    '/data/place': 'well',
    '/data/people': '605273',
    '/data/where': '56.9 24.1 0 0',
  },
};

it.each([
  ['an .xlsx with the files beside it', 'visit.xlsx', 'xlsx', ''],
  ['an .xls with the files in its own folder', 'visit.xls', 'biff8', 'visit-media'],
] as const)('runs %s', async (_, name, type, media) => {
  const form = put(name, workbook(type, SURVEY));
  if (media !== '') mkdirSync(join(folder, media));
  for (const [list, text] of Object.entries(LISTS)) put(join(media, list), text);
  expect(await run(form, STEPS)).toMatchObject(WANTED);
});

it('leaves alone what lies beside a form and is no list of it, however broken', async () => {
  const form = put('visit.xlsx', workbook('xlsx', SURVEY));
  for (const [list, text] of Object.entries(LISTS)) put(list, text);
  for (const name of ['a.xml', 'town.xml', 'text.geojson', 'data.csv']) put(name, '<no');
  expect(await run(form, STEPS)).toMatchObject(WANTED);
});

it('says which file is broken', async () => {
  const form = put('visit.xlsx', workbook('xlsx', SURVEY));
  put('roads.xml', '<root>');
  expect(await run(form, [])).toMatchObject({
    status: 1,
    error: expect.stringMatching(/roads\.xml/) as string,
  });
});

it('runs an XForm with its lists and itemsets.csv', async () => {
  const form = put(
    'form.xml',
    `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T</h:title><model>
      <instance><data id="t"><town/><far/></data></instance>
      <instance id="towns" src="jr://file-csv/towns.csv"/>
      <bind nodeset="/data/town" type="string"/><bind nodeset="/data/far" type="string"/></model></h:head>
      <h:body><select1 ref="/data/town"><label>Town</label><itemset nodeset="instance('towns')/root/item[land='lv']"><value ref="name"/><label ref="label"/></itemset></select1>
      <input ref="/data/far" query="instance('far')/root/item"><label>Far</label></input></h:body></h:html>`,
  );
  for (const [list, text] of Object.entries(LISTS)) put(list, text);
  put('itemsets.csv', 'list_name,name,label\nfar,mars,Mars\n');
  const steps = [
    { answer: '/data/town', value: 'tartu' },
    { answer: '/data/town', value: 'riga' },
    { answer: '/data/far', value: 'mars' },
  ];
  expect(await run(form, steps)).toMatchObject({
    status: 0,
    values: { '/data/town': 'riga', '/data/far': 'mars' },
  });
});
