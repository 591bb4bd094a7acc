import { expect, it } from 'vitest';
import type { Definition } from '../../../core/questionnaire/index.ts';
import type { Response } from '../../../core/response/index.ts';
import { readAnswers } from './readAnswers.ts';

const question = (name: string) => ({ name, type: 'text', label: { en: `The ${name}?` } });
const definition = {
  id: 'q',
  version: '1',
  defaultLanguage: 'en',
  elements: [
    question('visit'),
    { type: 'group', name: 'about', elements: [question('why'), question('age')] },
    { type: 'repeat', name: 'child', elements: [question('name'), question('first')] },
    question('comment'),
  ],
} as unknown as Definition;

const response = (answers: Readonly<Record<string, string>>, questionnaireVersion = '1') =>
  ({ answers, questionnaireId: 'q', questionnaireVersion, language: 'en' }) as unknown as Response;

it('puts answers into the order in which they were asked, whatever their names', () => {
  const answers = {
    '/data/about/age': '7',
    '/data/about/why': '2',
    '/data/child[10]/name': '5',
    '/data/child[2]/first': '4',
    '/data/child[2]/name': '3',
    '/data/comment': '6',
    '/data/gone': '8',
    '/data/visit': '1',
  };
  expect(readAnswers(response(answers), definition)).toEqual([
    ['The visit?', '1'],
    ['The why?', '2'],
    ['The age?', '7'],
    ['The name?', '3'],
    ['The first?', '4'],
    ['The name?', '5'],
    ['The comment?', '6'],
    ['/data/gone', '8'],
  ]);
});

it('shows what was asked by another version as it was stored', () => {
  const answers = { '/data/visit': '1' };
  expect(readAnswers(response(answers, '2'), definition)).toEqual([['/data/visit', '1']]);
});
