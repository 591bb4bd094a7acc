import { describe, expect, it } from 'vitest';
import { evaluated } from '../rehearsal/rehearse.ts';

const tree = {
  data: {
    country: 'lv',
    house: [
      { name: 'A', person: [{ age: '4' }, { age: '40' }] },
      { name: 'B', person: [{ age: '70' }] },
    ],
  },
};

describe('paths', () => {
  it.each([
    ['/data/country', ['lv']],
    ['/data/house/name', ['A', 'B']],
    ['/data/house[2]/name', ['B']],
    ["/data/house[name = 'A']/person/age", ['4', '40']],
    ['//age', ['4', '40', '70']],
    ['//person[1]/age', ['4', '70']],
    ['/data/house/person[last()]/age', ['40', '70']],
    ['(/data/house/person)[2]/age', ['40']],
    ['/data/house[position() = 2]/person[1]/age', ['70']],
    ['/data/house[person/age > 60]/name', ['B']],
    ['/data/house/person/age[. > 30]', ['40', '70']],
    ['/data/house[2]/name | /data/country', ['lv', 'B']],
    ['/data/house/person/../name', ['A', 'B']],
    ['/data/*[1]', ['lv']],
    ['/data/child::house/self::node()/name', ['A', 'B']],
    ['/data/nothing', []],
  ])('%s', (expression, texts) => {
    expect(evaluated(expression, { tree })).toEqual(texts);
  });

  it.each([
    ['.', ['40']],
    ['../../name', ['A']],
    ['current()/../../../country', ['lv']],
    ['${name}', ['A']],
    ['../preceding', []],
    ['/data/house[name = current()/../../name]/person/age', ['4', '40']],
    ['position(..)', 2],
    ['position(../..)', 1],
  ])('from inside a repeat: %s', (expression, value) => {
    expect(evaluated(expression, { tree, at: '/data/house[1]/person[2]/age' })).toEqual(value);
  });

  it('keeps document order and each node once', () => {
    expect(evaluated('//age | //age[1] | /data/house/person/age', { tree })).toEqual(['4', '40', '70']);
  });
});

describe('external lists', () => {
  const lists = {
    towns: {
      root: {
        item: [
          { name: 'riga', country: 'lv', size: '600' },
          { name: 'tartu', country: 'ee', size: '95' },
          { name: 'cesis', country: 'lv', size: '14' },
        ],
      },
    },
  };

  it.each([
    ["instance('towns')/root/item[country = /data/country]/name", ['riga', 'cesis']],
    ["instance('towns')/root/item[/data/country = country and size > 100]/name", ['riga']],
    ["instance('towns')/root/item[country = 'lv'][2]/name", ['cesis']],
    ["instance('towns')/root/item[country = 'ee' or name = 'riga']/name", ['riga', 'tartu']],
    ["instance('towns')/root/item[size = 95]/name", ['tartu']],
    ["instance('towns')/root/item[position() = 2]/name", ['tartu']],
    ["instance('towns')/root/item[starts-with(name, 'c')]/name", ['cesis']],
    ["pulldata('towns', 'size', 'name', 'riga')", '600'],
    ["pulldata('towns', 'size', 'name', 'oslo')", ''],
    ["pulldata('towns', 'nothing', 'name', 'riga')", ''],
  ])('%s', (expression, value) => {
    expect(evaluated(expression, { tree, lists })).toEqual(value);
  });

  it('names a list that is not there', () => {
    expect(evaluated("instance('towns')/root/item", { tree })).toEqual({
      failure: 'There is no list "towns": check the name in instance(\'towns\').',
    });
  });
});
