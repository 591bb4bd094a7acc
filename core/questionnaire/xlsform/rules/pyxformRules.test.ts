import { describe, expect, it } from 'vitest';
import { breachesOf, pyxformRules } from './pyxformRules.ts';

type Sheets = Readonly<Record<string, readonly string[]>>;

const GOOD: Sheets = {
  survey: ['type|name|label', 'text|a|A'],
  settings: ['form_title|form_id', 'T|t'],
};

const breaches = (sheets: Sheets) =>
  breachesOf({
    sheets: Object.entries({ ...GOOD, ...sheets })
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) => ({ name, rows: lines.map((line) => line.split('|')) })),
  });

/** For each rule, by a piece of it, workbooks that break it. */
const BAD: readonly (readonly [rule: string, sheets: Sheets])[] = [
  ['There is a sheet called survey', { survey: [] }],
  ['There is a sheet called survey', { surveys: ['type', 'text'] }],
  ['cannot do without', { survey: ['type|label', 'text|A'] }],
  ['No header stands twice', { survey: ['type|name|label|caption', 'text|a|A|A'] }],
  ['No header stands twice', { survey: ['type|name|label|', 'text|a|A|x'] }],
  ['Headers of the choices sheets', { choices: ['list_name|name|label|shoe size', 'l|a|A|7'] }],
  ['The entities sheet', { entities: ['list_name|label|colour', 'trees|a|red'] }],
  ['20 empty columns', { survey: ['type|name|label', '||', 'text|a|A'] }],
  ['No cell is longer', { survey: ['type|name|label', `text|a|${'x'.repeat(32_768)}`] }],
  ['Prefixes of bind', { survey: ['type|name|label|bind::esri:x', 'text|a|A|1'] }],
  ['The settings sheet has one row', { settings: ['form_title|form_id', 'T|t', 'U|u'] }],
  ['The settings sheet has one row', { settings: ['form_title', 'T'] }],
  ['Settings that are yes or no', { settings: ['form_title|form_id|client_editable', 'T|t|maybe'] }],
  [
    'public_key and omit_instanceID',
    { settings: ['form_title|form_id|public_key|omit_instanceID', 'T|t|k|yes'] },
  ],
  [
    'A text that has a column',
    { survey: ['type|name|label::a (aa)|label::b (bb)|hint::a (aa)', 'text|a|A|B|C'] },
  ],
  ['The default language', { settings: ['form_title|form_id|default_language', 'T|t|Dutch (nl)'] }],
  ['Entity lists have names', { entities: ['list_name|label', '__trees|a'] }],
  ['An entity that is created', { entities: ['list_name|update_if', 'trees|true()'] }],
  ['Answers are saved', { survey: ['type|name|label|save_to', 'text|a|A|label'] }],
  ['Every type is one', { survey: ['type|name|label', 'smiley|a|A'] }],
  ['Groups and repeats are ended', { survey: ['type|name|label', 'begin_group|g|G', 'text|a|A'] }],
  ['Groups and repeats are ended', { survey: ['type|name|label', 'begin_group|g|G', 'end_repeat||'] }],
  ['Questions that people see', { survey: ['type|name|label', 'text|a|'] }],
  ['A calculate has', { survey: ['type|name|label|default', 'calculate|a||7'] }],
  ['Parameters are pairs', { survey: ['type|name|label|parameters', 'text|a|A|start=1'] }],
  ['Values of parameters fit', { survey: ['type|name|label|parameters', 'range|a|A|start=1 end=3 step=5'] }],
  ['Values of parameters fit', { survey: ['type|name|label|parameters', 'audio|a|A|quality=best'] }],
  [
    'An audit is called',
    { survey: ['type|name|label|parameters', 'audit|audit||location-priority=balanced'] },
  ],
  ['A trigger is references', { survey: ['type|name|label|trigger', 'text|a|A|b'] }],
  ['A background-geopoint', { survey: ['type|name|label', 'background-geopoint|a|'] }],
  ['Every question, group and repeat', { survey: ['type|name|label', 'text||A'] }],
  ['Names are XML names', { survey: ['type|name|label', 'text|1a|A'] }],
  ['No two siblings have the same', { survey: ['type|name|label', 'text|a|A', 'text|a|A'] }],
  ['differ in capitals', { survey: ['type|name|label', 'text|a|A', 'text|A|A'] }],
  ['No two repeats', { survey: ['type|name|label', 'begin_repeat|data|D', 'text|a|A', 'end_repeat||'] }],
  ['The name meta', { survey: ['type|name|label', 'text|meta|A'] }],
  ['The root’s name', { settings: ['form_title|form_id|name', 'T|t|1x'] }],
  ['What begins with ${', { survey: ['type|name|label', 'text|a|A ${b c}'] }],
  ['References in the survey', { survey: ['type|name|label', 'text|a|A ${b}'] }],
  [
    'References mean one element',
    { survey: ['type|name|label', 'begin_group|g|G', 'text|a|A', 'end_group||', 'text|a|A', 'note|n|${a}'] },
  ],
  ['Every choice has a list_name', { choices: ['list_name|name|label', 'l||A'] }],
  ['Every choice has a label', { choices: ['list_name|name|label', 'l|a|'] }],
  ['No two choices of a list', { choices: ['list_name|name|label', 'l|a|A', 'l|a|B'] }],
  ['The list of a select', { survey: ['type|name|label', 'select_one l|a|A'] }],
  ['What the types …_from_file', { survey: ['type|name|label', 'select_one_from_file towns|a|A'] }],
  [
    'of a select_multiple have no spaces',
    { survey: ['type|name|label', 'select_multiple l|a|A'], choices: ['list_name|name|label', 'l|a b|A'] },
  ],
  ['or_other stands beside', { survey: ['type|name|label', 'select_one t.csv or_other|a|A'] }],
  [
    'A select_one_external has',
    { survey: ['type|name|label', 'select_one_external l|a|A'], external_choices: ['list_name|name', 'l|a'] },
  ],
];

describe('the rules of pyxform', () => {
  it('say nothing of a form that keeps them', () => {
    expect(breaches({})).toEqual([]);
  });

  it.each(BAD)('are broken: %s', (rule, sheets) => {
    const broken = breaches(sheets).filter(({ message }) => message.includes(rule));
    expect(broken.length).toBeGreaterThan(0);
    expect(pyxformRules.filter(({ says }) => says.includes(rule))).toHaveLength(1);
  });

  it('are all shown to be broken by something', () => {
    const shown = pyxformRules.filter(({ says }) => BAD.some(([rule]) => says.includes(rule)));
    expect(shown).toHaveLength(pyxformRules.length);
  });
});
