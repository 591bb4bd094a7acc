import { describe, expect, it } from 'vitest';
import type { Element } from '../index.ts';
import { submissionXml, writeXForm } from '../index.ts';
import { continueSubmission, submittedTree } from '../interview/index.ts';
import { ask, define, sit } from './sitting.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const shops: readonly Element[] = [
  {
    type: 'repeat',
    name: 'shop',
    elements: [
      ask('text', 'name', { saveTo: 'shops#called' }),
      { type: 'group', name: 'till', elements: [ask('text', 'number', { saveTo: 'tills#number' })] },
    ],
  },
];
const entities = [
  { list: 'shops', label: '${name}', createIf: "${name} != ''" },
  { list: 'tills', label: 'concat(${name}, ${number})' },
];

const lists = {
  trees: [{ name: 'oak', columns: { __version: '3', __trunkVersion: '2', __branchId: 'b' } }],
};

describe('a response', () => {
  it('makes an entity in each instance, each with an id of its own', () => {
    const sitting = sit(shops, { entities });
    sitting.take({ kind: 'addRepeat', path: '/data/shop' });
    sitting.answer('shop[1]/name', 'Bakery');
    sitting.answer('shop[1]/till/number', '7');
    const xml = submissionXml(sitting.interview);
    expect(new Set(xml.match(UUID)).size).toBe(5);
    expect(xml.replace(UUID, 'new')).toContain(
      [
        '<shop><name>Bakery</name><till><number>7</number><meta><entity dataset="tills" create="1" id="new">',
        '<label>Bakery7</label></entity></meta></till><meta><entity dataset="shops" create="true" id="new">',
        '<label>Bakery</label></entity></meta></shop>',
        '<shop><name/><till><number/><meta><entity dataset="tills" create="1" id="new"><label/></entity></meta></till>',
        '<meta><entity dataset="shops" create="false" id="new"><label/></entity></meta></shop>',
      ].join(''),
    );
  });

  it('changes an entity: it says which, and from which version of it', () => {
    const sitting = sit([ask('select_one', 'tree', { choices: 'trees' })], {
      choices: lists,
      entities: [{ list: 'trees', entityId: '${tree}', updateIf: "${tree} != ''" }],
    });
    sitting.answer('tree', 'oak');
    expect(submissionXml(sitting.interview)).toContain(
      '<entity dataset="trees" update="true" baseVersion="3" trunkVersion="2" branchId="b" id="oak"/>',
    );
  });

  it('says nothing of an entity of a group that is not asked', () => {
    const elements = shops.flatMap((shop) => ('elements' in shop ? shop.elements : []));
    const group: Element = { type: 'group', name: 'g', relevant: "${on} = 'yes'", elements };
    const sitting = sit([ask('text', 'on'), group], { entities });
    expect(submissionXml(sitting.interview)).not.toContain('entity ');
    sitting.answer('on', 'yes');
    expect(submissionXml(sitting.interview).match(/<entity /g)).toHaveLength(2);
  });
});

describe('a response that goes on from its submission', () => {
  it('is about the same entities', () => {
    const sitting = sit(shops, { entities });
    sitting.answer('shop[1]/name', 'Bakery');
    const { questionnaire } = sitting.interview;
    const submitted = { ...submittedTree(sitting.interview), attributes: { id: 'scenario' } };
    const again = continueSubmission(questionnaire, submitted, { now: 0, seed: 2, purpose: 'goOn' });
    expect(again.ok && submissionXml(again.value.interview)).toBe(submissionXml(sitting.interview));
    expect(again.ok && again.value.leftOut).toEqual([]);
  });
});

describe('an XForm', () => {
  const xml = writeXForm(define(shops, { entities }));

  it('has each entity in the template and in the instance, and says what attributes are worked out of', () => {
    expect(
      xml.match(/<meta><entity dataset="shops" create="1" id=""><label\/><\/entity><\/meta><\/shop>/g),
    ).toHaveLength(2);
    for (const bind of [
      '<bind nodeset="/data/shop/meta/entity/@create" type="string" calculate=" ../../../name  != \'\'" readonly="true()"/>',
      '<bind nodeset="/data/shop/meta/entity/@id" type="string" readonly="true()"/>',
      '<bind nodeset="/data/shop/till/meta/entity/label" type="string" calculate="concat( ../../../../name ,  ../../../number )" readonly="true()"/>',
      '<bind nodeset="/data/shop/till/number" type="string" entities:saveto="number"/>',
    ])
      expect(xml).toContain(bind);
  });

  it('gives ids at the first load, and to the instances that people add', () => {
    const [head = '', body = ''] = xml.split('</model>');
    const setting = (event: string) =>
      `<setvalue ref="/data/shop/meta/entity/@id" event="${event}" value="uuid()"/>`;
    expect(head).toContain(setting('odk-instance-first-load'));
    expect(body).toContain(setting('odk-new-repeat'));
  });

  it.each([
    ['2025.1.0', define(shops, { entities })],
    ['2025.1.0', define(shops, { entities: [{ list: 'shops', label: '${name}' }] })],
    ['2024.1.0', define([ask('text', 'q')], { entities: [{ list: 'e', label: '${q}' }] })],
  ])('names version %s of the specification', (version, definition) => {
    expect(writeXForm(definition)).toContain(`entities:entities-version="${version}"`);
  });

  it('asks the list for the version of what is changed', () => {
    const entity = { list: 'trees', entityId: '${tree}' };
    const definition = define([ask('select_one', 'tree', { choices: 'trees' })], {
      choices: lists,
      entities: [entity],
    });
    expect(writeXForm(definition)).toContain(
      `<bind nodeset="/data/meta/entity/@branchId" type="string" calculate="instance('trees')/root/item[name= /data/tree ]/__branchId" readonly="true()"/>`,
    );
  });
});
