import { describe, expect, it } from 'vitest';
import { ask, problemsOf } from './problemsOf.ts';

const shop = ask('shop', { saveTo: 'shop_name' });
const shops = { list: 'shops', label: '${shop}' };
const errors = (entities: readonly object[], ...elements: readonly object[]) =>
  problemsOf([shop, ...elements], { entities }).errors;

describe('entity lists', () => {
  it('are declared before questions save to them', () => {
    expect(errors([shops])).toEqual([]);
    expect(problemsOf([shop]).errors).toEqual([
      '/data/shop, saveTo: saves to an entity, but none is declared; add one under "entities".',
    ]);
  });

  it('are declared once', () => {
    expect(errors([shops, shops])).toContain('entity "shops", list: "shops" is declared twice; keep one.');
  });

  it.each(['a.b', '__x', '1st', 'two words'])('are not called %s', (list) => {
    expect(errors([{ ...shops, list }])[0]).toMatch(/cannot name an entity list/);
  });

  it('come from repeats that exist', () => {
    expect(errors([{ ...shops, repeat: 'shop' }])[0]).toMatch(/no repeat called "shop"/);
    const repeat = { type: 'repeat', name: 'visits', label: { en: 'x' }, elements: [shop] };
    expect(problemsOf([repeat], { entities: [{ ...shops, repeat: 'visits' }] }).errors).toEqual([]);
  });

  it('hold expressions that can be read and names that exist', () => {
    expect(errors([{ ...shops, label: '${shp}' }])).toEqual([
      'entity "shops", label: There is no question called "shp". Did you mean "shop"?',
    ]);
    expect(errors([{ ...shops, label: '1 +' }])[0]).toMatch(/^entity "shops", label: /);
  });
});

describe('entities', () => {
  it('that are created have a label', () => {
    expect(errors([{ list: 'shops' }])).toEqual([
      'entity "shops", label: To create an entity, say what it is called: add "label".',
    ]);
    expect(errors([{ list: 'shops', entityId: '${shop}' }])).toEqual([]);
  });

  it('that are updated have an id', () => {
    expect(errors([{ ...shops, updateIf: 'true()' }])[0]).toMatch(/add "entityId"/);
  });

  it('that are either say when which', () => {
    const either = { ...shops, entityId: '${shop}', createIf: 'true()' };
    expect(errors([either])[0]).toMatch(/add "updateIf" to say when/);
    expect(errors([{ ...either, updateIf: 'false()' }])).toEqual([]);
  });
});

describe('properties', () => {
  it.each(['name', 'Label', '__id', '1st'])('are not called %s', (saveTo) => {
    expect(errors([shops], ask('q', { saveTo }))[0]).toMatch(/cannot be a property/);
  });

  it('come from one question each', () => {
    expect(errors([shops], ask('b', { saveTo: 'shop_name' }))[0]).toMatch(
      /already filled by another question/,
    );
  });

  it('name their list when there are several', () => {
    const tills = { list: 'tills', label: '${shop}' };
    expect(errors([shops, tills])[0]).toMatch(/say which: "shops#shop_name" or "tills#shop_name"/);
    const prefixed = (saveTo: string) =>
      problemsOf([ask('q', { saveTo })], { entities: [{ ...shops, label: '1' }] }).errors;
    expect(prefixed('shops#q')).toEqual([]);
    expect(prefixed('shop#q')).toEqual([
      '/data/q, saveTo: There is no entity list "shop". Did you mean "shops"?',
    ]);
    expect(prefixed('shops#shops#q')[0]).toMatch(/more than one "#"/);
  });
});
