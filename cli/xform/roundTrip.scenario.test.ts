import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDefinition, writeXForm } from '../../core/questionnaire/index.ts';
import type { Definition, Element } from '../../core/questionnaire/index.ts';
import { loadXForm } from '../../formats/xform/loadXForm.ts';

const definitionOf = (elements: readonly Element[], more: Partial<Definition> = {}): Definition => ({
  schema: 1,
  id: 'form',
  version: '7',
  title: { default: 'A <form> & "more"' },
  languages: [{ code: 'default', name: 'default' }],
  defaultLanguage: 'default',
  elements,
  ...more,
});

function throughXForm(definition: Definition): Definition | string {
  const loaded = loadXForm(writeXForm(definition));
  return loaded.ok ? loaded.value.definition : loaded.error;
}

const label = { default: 'Say' };
const faces = {
  bad: [
    { name: '1', label: { default: '1' } },
    { name: '2', exclusive: true, columns: { town: 'riga' } },
  ],
};
const inRepeat: Element = {
  type: 'repeat',
  name: 'child',
  label,
  repeatCount: '${many} + 1',
  elements: [
    { type: 'text', name: 'name', label, dynamicDefault: "concat(${many}, 'x')" },
    {
      type: 'integer',
      name: 'age',
      label: { default: 'How old is ${name}? <3' },
      constraint: '. < 150 and . > ${many}',
    },
    { type: 'select_one', name: 'pick', label, choices: 'bad', choiceFilter: 'town = ${name}' },
  ],
};

describe('a definition through an XForm and back is the same', () => {
  it.each<[string, Definition]>([
    [
      'texts and rules',
      definitionOf([
        {
          type: 'integer',
          name: 'many',
          label,
          hint: { default: 'a hint' },
          required: 'true()',
          requiredMessage: { default: 'Please' },
        },
        {
          type: 'note',
          name: 'thanks',
          label: { default: 'You said ${many}.' },
          relevant: "${many} > 1 and ${many} != ''",
        },
        { type: 'calculate', name: 'sum', calculation: '${many} * 2' },
        { type: 'text', name: 'later', label, triggers: ['many'], calculation: '${many}' },
      ]),
    ],
    [
      'repeats with names near and far',
      definitionOf(
        [
          { type: 'integer', name: 'many', label },
          inRepeat,
          { type: 'calculate', name: 'total', calculation: 'sum(${age})' },
        ],
        { choices: faces },
      ),
    ],
    [
      'languages, media and guidance',
      definitionOf(
        [
          {
            type: 'select_multiple',
            name: 'q',
            label: { en: 'Which?', lv: 'Kurš?' },
            guidanceHint: { en: 'look' },
            media: { image: { en: 'a.png' }, bigImage: { en: 'b.png' } },
            choices: 'bad',
            orOther: true,
          },
          {
            type: 'rank',
            name: 'r',
            label: { lv: 'Tikai latviski' },
            choices: 'bad',
            parameters: { randomize: 'true', seed: '3' },
          },
        ],
        {
          languages: [
            { code: 'en', name: 'English' },
            { code: 'lv', name: 'Latviešu' },
          ],
          defaultLanguage: 'en',
          title: { en: 'Form', lv: 'Forma' },
          choices: {
            bad: [
              { name: 'a', label: { en: 'A', lv: 'Ā' }, media: { audio: { lv: 'a.mp3' } } },
              { name: 'other', label: { en: 'Other', lv: 'Cits' } },
            ],
          },
        },
      ),
    ],
    [
      'what XForms have no word for',
      definitionOf(
        [
          {
            type: 'nps',
            name: 'nps',
            label,
            warning: '. > 3',
            warningMessage: { default: 'Sure?' },
            specialAnswers: ['refused'],
            minimumSeconds: 2,
            extra: { 'kobo--x': 'y' },
          },
          { type: 'constant-sum', name: 'money', label, choices: 'bad', parameters: { total: '10' } },
          { type: 'smiley', name: 'face', label, appearance: 'w2' },
        ],
        { choices: faces, settings: { clientEditable: true, style: 'pages', instanceName: '${nps}' } },
      ),
    ],
    [
      'metadata, media, places and settings',
      definitionOf(
        [
          { type: 'start', name: 'start' },
          { type: 'end', name: 'end' },
          { type: 'deviceid', name: 'device' },
          { type: 'image', name: 'photo', label, parameters: { 'max-pixels': '1000' } },
          { type: 'geopoint', name: 'where', label, parameters: { 'capture-accuracy': '3' } },
          { type: 'start-geopoint', name: 'began' },
          { type: 'background-audio', name: 'sound', parameters: { quality: 'low' } },
          { type: 'range', name: 'line', label, parameters: { start: '0', end: '5', step: '0.5' } },
          {
            type: 'group',
            name: 'g',
            label,
            appearance: 'field-list',
            elements: [{ type: 'acknowledge', name: 'ok', label, readOnly: '${line} = 1' }],
          },
          {
            type: 'select_one_from_file',
            name: 'town',
            label,
            file: 'towns.csv',
            choiceFilter: "country = 'lv'",
          },
          {
            type: 'repeat',
            name: 'fixed',
            label,
            fixed: true,
            startInstances: 3,
            elements: [{ type: 'text', name: 'who', label }],
          },
          { type: 'select_one', name: 'which', label, choicesFrom: 'who' },
          { type: 'audit', name: 'audit', parameters: { 'track-changes': 'true' } },
        ],
        {
          root: 'survey',
          settings: {
            publicKey: 'KEY',
            submissionUrl: 'https://example.org',
            autoSend: true,
            namespaces: { esri: 'http://esri.com/xforms' },
            attributes: { 'esri:x': '1' },
          },
        },
      ),
    ],
    [
      'entities',
      definitionOf([{ type: 'text', name: 'name', label, saveTo: 'name' }], {
        entities: [{ list: 'trees', label: '${name}' }],
      }),
    ],
  ])('%s', (_, definition) => {
    expect(throughXForm(definition)).toEqual(definition);
  });

  it('the survey that a fresh installation begins with', () => {
    const file = join(import.meta.dirname, '..', '..', 'assets', 'questionnaires', 'sample.json');
    const checked = checkDefinition(JSON.parse(readFileSync(file, 'utf8')));
    expect(checked.ok && throughXForm(checked.value.definition)).toEqual(
      checked.ok && checked.value.definition,
    );
  });
});
