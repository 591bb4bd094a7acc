import { describe, expect, it } from 'vitest';
import { ask, listOf, problemsOf } from './problemsOf.ts';

const relevant = (text: string) => {
  const group = { type: 'group', name: 'shop', elements: [ask('q', { relevant: text }), ask('till')] };
  return problemsOf([ask('visits', { type: 'integer' }), group], { choices: { rows: listOf('a', 'b') } });
};
const error = (text: string): string | undefined => relevant(text).errors[0];

describe('expressions', () => {
  it('are read, and the place of a slip is told', () => {
    const { all } = relevant('${visits} > > 3');
    expect(all.filter((problem) => problem.severity === 'error')).toMatchObject([
      {
        code: 'syntax',
        severity: 'error',
        place: '/data/shop/q',
        pointer: '/elements/1/elements/0/relevant',
        position: 12,
      },
    ]);
  });

  it('know their functions and how many arguments these take', () => {
    expect(error('selectd(${visits}, 1)')).toMatch(/selectd.*Did you mean.*selected/);
    expect(error('selected(${visits})')).toMatch(/selected/);
    expect(error("not(true(), 'x')")).toMatch(/not/);
    expect(error('count-selected(${visits}) > 1')).toBeUndefined();
  });

  it.each(['relevant', 'readOnly', 'required', 'constraint', 'warning', 'calculation', 'dynamicDefault'])(
    'are read in column %s',
    (column) => {
      const question = ask('q', { [column]: '1 +', warningMessage: { en: 'x' } });
      expect(problemsOf([question]).errors[0]).toMatch(new RegExp(`^/data/q, ${column}: `));
    },
  );

  it('are read in repeat counts, choice filters, names of responses and entities', () => {
    const repeat = { type: 'repeat', name: 'r', label: { en: 'r' }, repeatCount: '(', elements: [ask('q')] };
    expect(problemsOf([repeat]).errors[0]).toMatch(/^\/data\/r, repeatCount: /);
    const select = ask('s', { type: 'select_one', choices: 'rows', choiceFilter: ')' });
    expect(problemsOf([select], { choices: { rows: listOf('a') } }).errors[0]).toMatch(
      /^\/data\/s, choiceFilter: /,
    );
    expect(problemsOf([ask('q')], { settings: { instanceName: '${p}' } }).errors[0]).toMatch(
      /There is no question called "p"/,
    );
    expect(problemsOf([ask('q')], { entities: [{ list: 'shops', label: '1 +' }] }).errors[0]).toMatch(
      /^entity "shops", label: /,
    );
  });
});

describe('references', () => {
  it('name questions, groups and repeats that exist', () => {
    expect(relevant('${visits} > 3 and ${till} = 1 and count(${shop}) = 1').errors).toEqual([]);
    expect(error('${visit} > 3')).toBe(
      '/data/shop/q, relevant: There is no question called "visit". Did you mean "visits"?',
    );
    expect(error('${customers} > 3')).toMatch(
      /There is no question called "customers"\. Check the name, or add the question\./,
    );
  });

  it('may name the response itself and the one before it', () => {
    expect(relevant("${instanceID} != '' and ${last-saved#visits} > 1").errors).toEqual([]);
    expect(error('${last-saved#visit} > 1')).toMatch(/There is no question called "visit"/);
  });

  it('may be quoted for jr:choice-name', () => {
    expect(error("jr:choice-name(${visits}, '${visitz}')")).toMatch(/There is no question called "visitz"/);
  });

  it('may stand in labels, hints and choices', () => {
    const piped = problemsOf([
      ask('n'),
      ask('q', { label: { en: 'Hello ${n}, ${m}' }, hint: { en: '${ n }' } }),
    ]);
    expect(piped.errors).toEqual([
      '/data/q, label/en: There is no question called "m". Check the name, or add the question.',
    ]);
    const choices = { rows: [{ name: 'a', label: { en: 'a' }, media: { audio: { en: '${nn}.mp3' } } }] };
    const select = ask('s', { type: 'select_one', choices: 'rows' });
    expect(problemsOf([ask('n'), select], { choices }).errors[0]).toMatch(/There is no question called "nn"/);
  });
});

describe('paths', () => {
  it('that lead somewhere are fine', () => {
    for (const path of [
      '/data/visits',
      '/data/shop/till',
      '../till',
      '../../visits',
      'current()/../till',
      './../till',
      '/data/*',
      '//till',
      '/data/meta/instanceID',
      '..//*',
    ]) {
      expect(relevant(`${path} = 1`)).toMatchObject({ errors: [] });
      expect(
        relevant(`${path} = 1`).warnings.filter((line) => !line.includes('used by no question')),
      ).toEqual([]);
    }
  });

  it.each([
    ['/data/visit', 'There is no "visit" in /data. Did you mean "visits"?'],
    ['/data/shop/visits', 'There is no "visits" in /data/shop. Such a path is always empty.'],
    ['../tills', 'There is no "tills" in /data/shop. Did you mean "till"?'],
    ['/visits', '"/visits" leads nowhere: absolute paths begin with /data, or write ${name}.'],
  ])('%s leads nowhere', (path, message) => {
    expect(relevant(`${path} = 1`).warnings).toContain(`/data/shop/q, relevant: ${message}`);
  });
});

describe('lists', () => {
  it('that expressions ask for exist', () => {
    expect(relevant("instance('rows')/root/item[name = 'a']/label = 'A'").warnings).toEqual([]);
    expect(relevant("count(instance('row')/root/item) > 1").warnings[0]).toMatch(
      /There is no list "row"\. Did you mean "rows"\?/,
    );
  });

  it('are one thing each', () => {
    const csv = { type: 'csv-external', name: 'shops' };
    const file = (name: string) => ask('f', { type: 'select_one_from_file', file: name });
    expect(problemsOf([csv, file('shops.csv')]).errors).toEqual([]);
    expect(problemsOf([csv, file('shops.xml')]).errors).toEqual([
      '/data/shops, name: "shops.csv" and "shops.xml" would both be the list "shops"; rename one of the files.',
    ]);
    expect(problemsOf([csv], { choices: { shops: listOf('a') } }).errors).toEqual([
      '/data/shops, name: "shops.csv" would be the list "shops", but there is a choice list of that name; rename one.',
    ]);
  });

  it('may be attached', () => {
    const csv = { type: 'csv-external', name: 'shops' };
    const file = ask('f', { type: 'select_one_from_file', file: 'tills.csv' });
    const question = ask('q', {
      calculation: "count(instance('shops')/root/item) + count(instance('tills')/root/item)",
    });
    expect(problemsOf([csv, file, question])).toMatchObject({ errors: [], warnings: [] });
    expect(problemsOf([ask('q', { calculation: "pulldata('shops', 'name', 'id', '1')" })])).toMatchObject({
      errors: [],
      warnings: [],
    });
  });
});

describe('choice filters', () => {
  const rows = [{ name: 'riga', label: { en: 'Riga' }, columns: { country: 'lv' } }];
  const filtered = (choiceFilter: string) => {
    const town = ask('town', { type: 'select_one', choices: 'rows', choiceFilter });
    return problemsOf([ask('land'), town], { choices: { rows } });
  };

  it('ask for columns of the list', () => {
    expect(filtered('country = ${land}')).toMatchObject({ errors: [], warnings: [] });
    expect(filtered("name != 'riga'")).toMatchObject({ errors: [], warnings: [] });
    expect(filtered('contry = ${land}').warnings).toEqual([
      '/data/town, choiceFilter: The choices have no column "contry". Did you mean "country"?',
    ]);
  });

  it('may look at the questionnaire', () => {
    expect(filtered('country = current()/../land')).toMatchObject({ errors: [], warnings: [] });
    expect(filtered('country = /data/lnd').warnings[0]).toMatch(/There is no "lnd" in \/data/);
  });
});
