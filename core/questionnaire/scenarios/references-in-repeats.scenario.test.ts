import { describe, expect, test } from 'vitest';
import type { Element } from '../index.ts';
import { ask, sit } from './sitting.ts';

const calculated = (calculation: string): Element => ask('calculate', 'q', { calculation });

/** Two visits with two items each; `q` stands in the item, the visit or beside the visits. */
function shop(where: 'item' | 'visit' | 'root', calculation: string) {
  const place = (here: typeof where): Element[] => (here === where ? [calculated(calculation)] : []);
  const sitting = sit([
    {
      type: 'repeat',
      name: 'visit',
      startInstances: 2,
      elements: [
        ask('text', 'shop'),
        {
          type: 'repeat',
          name: 'item',
          startInstances: 2,
          elements: [ask('integer', 'price'), ...place('item')],
        },
        ...place('visit'),
      ],
    },
    ask('text', 'name', { default: 'Ilze' }),
    ...place('root'),
  ]);
  sitting.answer('visit[1]/shop', 'A');
  sitting.answer('visit[2]/shop', 'B');
  [1, 2, 10, 20].forEach((price, index) => {
    sitting.answer(`visit[${index < 2 ? 1 : 2}]/item[${(index % 2) + 1}]/price`, price);
  });
  return sitting;
}

const IN_ITEMS = ['visit[1]/item[1]/q', 'visit[1]/item[2]/q', 'visit[2]/item[1]/q', 'visit[2]/item[2]/q'];
const IN_VISITS = ['visit[1]/q', 'visit[2]/q'];
const results = (where: 'item' | 'visit' | 'root', calculation: string) => {
  const sitting = shop(where, calculation);
  return { item: IN_ITEMS, visit: IN_VISITS, root: ['q'] }[where].map((path) => sitting.text(path));
};

describe('from inside a repeat', () => {
  test.each([
    ['item', '${price} + 1', ['2', '3', '11', '21']],
    ['item', '${shop}', ['A', 'A', 'B', 'B']],
    ['item', '${name}', ['Ilze', 'Ilze', 'Ilze', 'Ilze']],
    ['item', '../price + 1', ['2', '3', '11', '21']],
    ['item', '../../shop', ['A', 'A', 'B', 'B']],
    ['item', 'current()/../price', ['1', '2', '10', '20']],
    ['item', '/data/visit/item/price', ['1', '2', '10', '20']],
    ['item', '/data/visit/shop', ['A', 'A', 'B', 'B']],
    ['item', '/data/name', ['Ilze', 'Ilze', 'Ilze', 'Ilze']],
    ['item', 'position(..)', ['1', '2', '1', '2']],
    ['item', 'position(../..)', ['1', '1', '2', '2']],
    ['item', 'count(${item})', ['2', '2', '2', '2']],
    ['item', 'count(../../item)', ['2', '2', '2', '2']],
    ['item', 'count(${visit})', ['2', '2', '2', '2']],
    ['item', 'count(/data/visit)', ['2', '2', '2', '2']],
    ['item', 'sum(../../item/price)', ['3', '3', '30', '30']],
    ['item', 'sum(../../item[true()]/price)', ['3', '3', '30', '30']],
    ['item', 'sum(/data/visit/item[true()]/price)', ['3', '3', '30', '30']],
    ['item', 'sum(/data/visit[true()]/item/price)', ['33', '33', '33', '33']],
    ['item', '../../item[position() = 1]/price', ['1', '1', '10', '10']],
    ['item', 'sum(../../item[position() < position(current()/..)]/price)', ['0', '1', '0', '10']],
    ['item', 'indexed-repeat(${price}, ${item}, 2)', ['2', '2', '20', '20']],
    ['item', 'indexed-repeat(${price}, ${visit}, 2, ${item}, 1)', ['10', '10', '10', '10']],
    ['item', 'indexed-repeat(${shop}, ${visit}, 1)', ['A', 'A', 'A', 'A']],
    ['visit', 'sum(${price})', ['3', '30']],
    ['visit', 'sum(../item/price)', ['3', '30']],
    ['visit', 'sum(/data/visit/item/price)', ['3', '30']],
    ['visit', '${price}', ['1', '10']],
    ['visit', 'count(${item}[price > 5])', ['0', '2']],
    ['visit', 'join(" ", ${price})', ['1 2', '10 20']],
    ['root', 'sum(${price})', ['33']],
    ['root', 'sum(/data/visit/item/price)', ['33']],
    ['root', 'sum(/data/visit[shop = "B"]/item/price)', ['30']],
    ['root', 'sum(${visit}[2]/item/price)', ['30']],
    ['root', '${price}', ['1']],
    ['root', 'count(${item})', ['4']],
    ['root', 'max(${price})', ['20']],
    ['root', 'join("", /data/visit/shop)', ['AB']],
    ['root', '/data/nowhere', ['']],
    ['root', 'count(/data/*)', ['5']],
  ] as const)('%s: %s', (where, calculation, expected) => {
    expect(results(where, calculation)).toEqual(expected);
  });
});

describe('a running total', () => {
  const account = () =>
    sit([
      {
        type: 'repeat',
        name: 'month',
        startInstances: 4,
        elements: [
          ask('integer', 'paid', { default: '1' }),
          ask('calculate', 'total', {
            calculation:
              '${paid} + if(position(..) > 1, indexed-repeat(${total}, ${month}, position(..) - 1), 0)',
          }),
        ],
      },
    ]);
  const totals = (sitting: ReturnType<typeof sit>) =>
    [1, 2, 3, 4].map((month) => sitting.text(`month[${month}]/total`));

  test('reads the instance before', () => {
    const sitting = account();
    expect(totals(sitting)).toEqual(['1', '2', '3', '4']);
    sitting.answer('month[2]/paid', 10);
    expect(totals(sitting)).toEqual(['1', '11', '12', '13']);
  });

  test('follows when an instance goes', () => {
    const sitting = account();
    sitting.answer('month[2]/paid', 10);
    sitting.take({ kind: 'removeRepeat', path: '/data/month[2]' });
    expect(totals(sitting)).toEqual(['1', '2', '3', undefined]);
  });
});
