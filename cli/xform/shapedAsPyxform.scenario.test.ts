import { expect, it } from 'vitest';
import { writeXForm } from '../../core/questionnaire/index.ts';
import { definitionOf, foreign, read } from './rehearsal/forms.ts';

const places = `
| choices |
| | list_name | name | label | geometry |
| | c1        | 5    | N1    | 123 ...  |
`;

it.each([
  [
    'a trace that grows as it is walked',
    `| survey |
| | type     | name | label | parameters       |
| | geotrace | q1   | Q1    | incremental=true |`,
    '<input ref="/data/q1" incremental="true">',
  ],
  [
    'labels of ticks',
    `| survey |
| | type  | name | label | parameters                                          |
| | range | q1   | Q1    | start=1 end=10 step=1 tick_interval=2 tick_labelset=c1 |
${places}`,
    `<itemset nodeset="instance('c1')/root/item"><value ref="name"/><label ref="label"/></itemset></range>`,
  ],
  [
    'places of a list on a map',
    `| survey |
| | type     | name | label | parameters            | choice_filter |
| | text     | q1   | Q1    |                       |               |
| | geoshape | q2   | Q2    | reference-geometry=c1 | name = \${q1} |
${places}`,
    `<itemset nodeset="instance('c1')/root/item[name =  /data/q1 ]"><value ref="name"/><label ref="label"/></itemset></input>`,
  ],
  [
    'places of a file on a map',
    `| survey |
| | type                        | name | label | parameters            | choice_filter |
| | select_one_from_file s1.xml | q1   | Q1    |                       |               |
| | geopoint                    | q2   | Q2    | reference-geometry=s1 | region = 1    |`,
    `<itemset nodeset="instance('s1')/root/item[region = 1]"><value ref="name"/><label ref="label"/></itemset></input>`,
  ],
  [
    'places of a repeat on a map',
    `| survey |
| | type         | name     | label | parameters               | choice_filter |
| | begin_repeat | r1       | R1    |                          |               |
| | geopoint     | geometry | Q1    |                          |               |
| | text         | q2       | Q2    |                          |               |
| | end_repeat   |          |       |                          |               |
| | geotrace     | q3       | Q3    | reference-geometry=\${r1} | \${q2} = 1    |
| | geotrace     | q4       | Q4    | reference-geometry=\${r1} |               |`,
    `<itemset nodeset="/data/r1[ ./q2  = 1]"><value ref="geometry"/><label ref="geometry"/></itemset></input>`,
  ],
  [
    'responses that are changed later',
    `| settings |
| | client_editable |
| | yes             |
| survey |
| | type | name | label |
| | text | q1   | hello |`,
    '<submission odk:client-editable="true"/>',
  ],
])('%s: written as pyxform does, and read from there', (_, markdown, expected) => {
  const definition = definitionOf(markdown);
  const xml = writeXForm(definition);
  expect(xml).toContain(expected);
  expect(read(foreign(xml))).toEqual(definition);
  expect(read(xml)).toEqual(definition);
});
