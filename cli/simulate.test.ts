import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const questionnaire = {
  schema: 1,
  id: 'visit',
  version: '1',
  title: { en: 'Visit' },
  languages: [
    { code: 'en', name: 'English' },
    { code: 'de', name: 'Deutsch' },
  ],
  defaultLanguage: 'en',
  choices: { likes: [{ name: 'price' }, { name: 'staff' }] },
  elements: [
    { type: 'text', name: 'name', label: { en: 'Name?', de: 'Ihr Name?' }, required: 'true()' },
    { type: 'select_multiple', name: 'likes', choices: 'likes', label: { en: 'Likes, ${name}?' } },
    {
      type: 'repeat',
      name: 'rep',
      startInstances: 0,
      elements: [
        { type: 'integer', name: 'n', constraint: '. < 10' },
        { type: 'text', name: 'why', relevant: '${n} > 5' },
      ],
    },
    { type: 'calculate', name: 'sum', calculation: 'sum(${n})' },
    { type: 'calculate', name: 'when', calculation: 'once(now())' },
  ],
};

const answers = {
  now: '2026-11-21T10:00:00Z',
  seed: 7,
  timezone: 'Europe/Riga',
  language: 'en',
  steps: [
    { answer: '/data/name', value: 'Ilze' },
    { answer: '/data/likes', value: ['price', 'staff'] },
    { addRepeat: '/data/rep' },
    { addRepeat: '/data/rep' },
    { answer: '/data/rep[2]/n', value: 7 },
    { answer: '/data/rep[2]/n', value: 12 },
    { removeRepeat: '/data/rep[1]' },
    { language: 'de' },
    { finish: true },
  ],
};

let folder = '';
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulate-'));
  await writeFile(file('visit.json'), JSON.stringify(questionnaire));
  await writeFile(file('answers.json'), JSON.stringify(answers));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<unknown> {
  const { output, error } = await simulate(args);
  return JSON.parse(output ?? error ?? 'null');
}

describe('earshot simulate', () => {
  test('prints what an interview comes to', async () => {
    const report = await run(file('visit.json'), '--answers', file('answers.json'), '--json');
    expect(report).toMatchObject({
      values: {
        '/data/name': 'Ilze',
        '/data/likes': 'price staff',
        '/data/rep[1]/n': '7',
        '/data/rep[1]/why': '',
        '/data/sum': '7',
        '/data/when': '2026-11-21T12:00:00.000+02:00',
      },
      relevant: { '/data': true, '/data/rep[1]': true, '/data/rep[1]/why': true },
      required: { '/data/name': true, '/data/likes': false },
      readonly: { '/data/name': false, '/data/meta/instanceID': true },
      valid: { '/data/name': 'ok', '/data/rep[1]/n': 'ok' },
      labels: { '/data/name': 'Ihr Name?', '/data/likes': 'Likes, Ilze?' },
      finished: true,
    });
    expect(report).not.toHaveProperty('steps');
  });

  test('tells with --trace which steps were taken and what they changed', async () => {
    const report = await run(file('visit.json'), '--answers', file('answers.json'), '--json', '--trace');
    const { steps } = report as { steps: { taken: boolean; refused?: object; changed: object[] }[] };
    expect(steps.map(({ taken }) => taken)).toEqual([true, true, true, true, true, false, true, true, true]);
    expect(steps[4]?.changed).toContainEqual({ path: '/data/sum', what: ['value'], value: '7' });
    expect(steps[5]?.refused).toMatchObject({ reason: 'constraint' });
  });

  test('is repeatable', async () => {
    const once = await run(file('visit.json'), '--answers', file('answers.json'), '--json');
    expect(await run(file('visit.json'), '--answers', file('answers.json'), '--json')).toEqual(once);
  });

  test('runs 2,000 interviews at once, in the order given', async () => {
    const items = Array.from({ length: 2_000 }, (_, index) => ({
      questionnaire: index % 2 === 0 ? 'visit.json' : questionnaire,
      answers: { ...answers, steps: [{ answer: '/data/name', value: `Person ${index}` }] },
    }));
    await writeFile(file('batch.json'), JSON.stringify(items));
    const reports = (await run('--batch', file('batch.json'), '--json')) as {
      values: Record<string, string>;
    }[];
    expect(reports.map(({ values }) => values['/data/name'])).toEqual(
      items.map((_, index) => `Person ${index}`),
    );
  });

  test('says what is wrong, and goes on with the rest of a batch', async () => {
    await writeFile(
      file('broken.json'),
      JSON.stringify([
        { questionnaire: 'nowhere.json', answers },
        {
          questionnaire: { ...questionnaire, elements: [{ type: 'text', name: 'a', relevant: '(' }] },
          answers,
        },
        { questionnaire: 'visit.json', answers: { steps: [{ jump: 1 }] } },
        { questionnaire: 'visit.json', answers: 'answers.json' },
      ]),
    );
    expect(await run('--batch', file('broken.json'), '--json')).toMatchObject([
      { error: expect.stringContaining('nowhere.json') as string },
      { error: expect.stringContaining('/data/a, relevant') as string },
      { error: expect.stringContaining('steps[0]') as string },
      { finished: true },
    ]);
  });

  test('explains itself', async () => {
    expect(await simulate([])).toMatchObject({
      status: 2,
      error: expect.stringContaining('earshot simulate') as string,
    });
  });
});
