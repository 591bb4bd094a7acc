import { describe, expect, it } from 'vitest';
import { writeXForm } from '../../core/questionnaire/index.ts';
import type { EntityDeclaration } from '../../core/questionnaire/index.ts';
import { definitionOf, foreign, readForm } from './rehearsal/forms.ts';

const visits = (...entities: readonly string[]): string => `
| survey |
| | type         | name | label | save_to  |
| | text         | town | Town  |          |
| | begin_repeat | r    | R     |          |
| | text         | shop | Shop  | e1#shop  |
| | begin_group  | g    | G     |          |
| | integer      | till | Till  | e2#till  |
| | end_group    |      |       |          |
| | end_repeat   |      |       |          |
| entities |
| | list_name | label | create_if |
${entities.map((entity) => `| | ${entity} |`).join('\n')}`;

const tree = (entity: string, saveTo = ''): string => `
| survey |
| | type         | name | label | save_to   |
| | begin_repeat | r    | R     |           |
| | text         | kind | Kind  | ${saveTo} |
| | end_repeat   |      |       |           |
| entities |
| | list_name | entity_id | create_if | update_if | label |
| | ${entity} |`;

describe('an XForm says of entities what its workbook said', () => {
  it.each([
    ['one in a repeat', tree("trees |  | ${kind} != '' |  | ${kind}", 'kind')],
    [
      'one that is made or changed',
      tree("trees | ${kind} | ${kind} = '' | ${kind} != '' | concat('a ', ${kind})"),
    ],
    ['a property with the only list there is', tree('trees |  |  |  | ${kind}', 'trees#kind')],
    [
      'the outer one before the inner one',
      visits('e1 | ${shop} | ${town} != 1', 'e2 | concat(${town}, ${till}) | '),
    ],
    [
      'the one that is saved to before the one that goes outwards',
      visits('e2 | ${till} | ', 'e1 | ${till} | ').replace('e1#shop', '       '),
    ],
  ])('%s', (_, markdown) => {
    const definition = definitionOf(markdown);
    const { definition: again, findings } = readForm(foreign(writeXForm(definition)));
    expect(again.entities).toEqual(definition.entities);
    expect(again.elements).toEqual(definition.elements);
    expect(findings).toEqual([]);
  });
});

/** An entity in the meta block of the repeat, as pyxform 4.2 and people place it, although a group within holds what it reads. */
const inRepeat = (
  list = 'e',
) => `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>t</h:title><model><instance><data id="d"><r><g><q/></g><meta><entity dataset="${list}" id="" create="1"><label/></entity></meta></r><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/r/g/q" type="string"/><bind nodeset="/data/r/meta/entity/label" calculate=" ../../../g/q "/></model></h:head>
<h:body><group ref="/data/r"><repeat nodeset="/data/r"><group ref="/data/r/g"><input ref="/data/r/g/q"><label>Q</label></input></group></repeat></group></h:body></h:html>`;

describe('an entity that is made elsewhere than its questions say', () => {
  it('names its repeat', () => {
    const { definition, findings } = readForm(inRepeat());
    const entity: EntityDeclaration = { list: 'e', label: '${q}', repeat: 'r' };
    expect(definition.entities).toEqual([entity]);
    expect(findings).toEqual([]);
    expect(readForm(writeXForm(definition)).definition.entities).toEqual([entity]);
    expect(writeXForm(definition)).toContain('</g><meta><entity dataset="e"');
  });

  it('is told of where no repeat can be named', () => {
    const xml = inRepeat()
      .replace(/<meta><entity.*?<\/meta>/, '')
      .replace('<meta><ins', '<meta><entity dataset="e" id="" create="1"><label/></entity><ins')
      .replace('r/meta/entity', 'meta/entity')
      .replace('../../../g/q', '/data/r/g/q');
    expect(readForm(xml).findings.map(({ message }) => message)).toEqual([
      'The entity "e" is made here in the form, but what it reads and saves stands elsewhere; it is made there.',
    ]);
  });
});
