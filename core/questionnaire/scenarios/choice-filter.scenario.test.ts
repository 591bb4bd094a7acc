import { describe, expect, test } from 'vitest';
import { listDocument } from '../index.ts';
import { ask, choicesNamed, sit } from './sitting.ts';

const cities = [
  { name: 'riga', label: { en: 'Riga' }, columns: { country: 'lv', people: '600' } },
  { name: 'cesis', label: { en: 'Cesis' }, columns: { country: 'lv', people: '15' } },
  { name: 'tartu', label: { en: 'Tartu' }, columns: { country: 'ee', people: '97' } },
];

describe('a choice filter', () => {
  const cascade = () =>
    sit(
      [
        ask('select_one', 'country', { choices: 'countries' }),
        ask('integer', 'least'),
        ask('select_one', 'city', {
          choices: 'cities',
          choiceFilter: 'country = ${country} and people >= coalesce(${least}, 0)',
        }),
      ],
      { choices: { countries: choicesNamed('lv', 'ee'), cities } },
    );
  const offered = (sitting: ReturnType<typeof sit>) => {
    sitting.take({ kind: 'goTo', path: '/data/city' });
    return sitting.shown()[0]?.choices.map(({ label }) => label);
  };

  test('offers what fits the answers given', () => {
    const sitting = cascade();
    expect(offered(sitting)).toEqual([]);
    sitting.answer('country', 'lv');
    expect(offered(sitting)).toEqual(['Riga', 'Cesis']);
    sitting.answer('least', 100);
    expect(offered(sitting)).toEqual(['Riga']);
    sitting.answer('country', 'ee');
    expect(offered(sitting)).toEqual([]);
  });

  test('refuses what is not offered now', () => {
    const sitting = cascade();
    sitting.answer('country', 'ee');
    expect(sitting.answer('city', 'riga')).toMatchObject({ reason: 'type', problem: { code: 'notAChoice' } });
    expect(sitting.answer('city', 'tartu')).toBeUndefined();
  });

  test('sees the answers of its own repeat instance', () => {
    const sitting = sit(
      [
        {
          type: 'repeat',
          name: 'trip',
          startInstances: 2,
          elements: [
            ask('select_one', 'country', { choices: 'countries' }),
            ask('select_one', 'city', { choices: 'cities', choiceFilter: 'country = ${country}' }),
          ],
        },
      ],
      { choices: { countries: choicesNamed('lv', 'ee'), cities } },
    );
    sitting.answer('trip[1]/country', 'lv');
    sitting.answer('trip[2]/country', 'ee');
    sitting.take({ kind: 'goTo', path: '/data/trip[1]/city' });
    expect(sitting.shown()[0]?.choices.map(({ name }) => name)).toEqual(['riga', 'cesis']);
    sitting.take({ kind: 'goTo', path: '/data/trip[2]/city' });
    expect(sitting.shown()[0]?.choices.map(({ name }) => name)).toEqual(['tartu']);
  });

  test('works over attached files, with their own columns for value and label', () => {
    const rows = cities.map(({ name, label, columns }) => ({ id: name, title: label.en, ...columns }));
    const sitting = sit(
      [
        ask('select_one_from_file', 'city', {
          file: 'towns.csv',
          choiceFilter: "country = 'lv'",
          parameters: { value: 'id', label: 'title' },
        }),
        ask('calculate', 'label', { calculation: "jr:choice-name(${city}, '${city}')" }),
        ask('calculate', 'people', { calculation: "instance('towns')/root/item[id = ${city}]/people" }),
        ask('calculate', 'pulled', { calculation: "pulldata('towns', 'people', 'id', ${city})" }),
      ],
      {},
      { lists: { towns: listDocument(rows) } },
    );
    expect(sitting.shown()[0]?.choices.map(({ name, label }) => `${name} ${label}`)).toEqual([
      'riga Riga',
      'cesis Cesis',
    ]);
    sitting.answer('city', 'cesis');
    expect(sitting.texts()).toEqual({ city: 'cesis', label: 'Cesis', people: '15', pulled: '15' });
  });

  test('offers the answers given in a repeat', () => {
    const sitting = sit([
      { type: 'repeat', name: 'person', startInstances: 3, elements: [ask('text', 'name')] },
      ask('select_one', 'head', { choicesFrom: 'name' }),
    ]);
    sitting.answer('person[1]/name', 'Ilze');
    sitting.answer('person[3]/name', 'Anna');
    sitting.take({ kind: 'goTo', path: '/data/head' });
    expect(sitting.shown()[0]?.choices.map(({ label }) => label)).toEqual(['Ilze', 'Anna']);
  });

  test('does not judge an answer when the list is not there', () => {
    const sitting = sit([ask('select_one_from_file', 'city', { file: 'towns.csv' })]);
    expect(sitting.answer('city', 'riga')).toBeUndefined();
  });

  test('finds the choices of GeoJSON under id and title', () => {
    const sitting = sit(
      [
        ask('select_one_from_file', 'place', { file: 'places.geojson' }),
        ask('calculate', 'said', { calculation: "jr:choice-name(${place}, '${place}')" }),
      ],
      {},
      { lists: { places: listDocument([{ id: 'well', title: 'A well', geometry: '56.9 24.1 0 0' }]) } },
    );
    expect(sitting.answer('place', 'pond')).toMatchObject({ reason: 'type' });
    expect(sitting.answer('place', 'well')).toBeUndefined();
    expect(sitting.texts()).toEqual({ place: 'well', said: 'A well' });
  });

  test('does not judge an answer by a list that XForms keep in another file', () => {
    const sitting = sit(
      [ask('select_one_external', 'city', { choices: 'cities', choiceFilter: "country = 'lv'" })],
      {
        externalChoices: { cities },
      },
    );
    expect(sitting.answer('city', 'typed')).toBeUndefined();
    expect(sitting.take({ kind: 'finish' })).toBeUndefined();
    expect(sitting.answers()).toEqual({ '/data/city': 'typed' });
  });
});

describe('an answer that is offered no more', () => {
  const trip = () =>
    sit(
      [
        ask('select_one', 'country', { choices: 'countries' }),
        ask('select_multiple', 'city', {
          choices: 'cities',
          choiceFilter: "country = ${country} or name = 'riga'",
        }),
        ask('calculate', 'count', { calculation: 'count-selected(${city})' }),
      ],
      { choices: { countries: choicesNamed('lv', 'ee'), cities } },
    );

  test('is dropped when its question is shown again, and not before', () => {
    const sitting = trip();
    sitting.answer('country', 'ee');
    sitting.answer('city', ['tartu', 'riga']);
    sitting.answer('country', 'lv');
    expect(sitting.texts()).toEqual({ country: 'lv', city: 'tartu riga', count: '2' });
    sitting.take({ kind: 'next' });
    expect(sitting.changed()).toEqual({ city: ['value'], count: ['value'] });
    expect(sitting.texts()).toEqual({ country: 'lv', city: 'riga', count: '1' });
  });

  test('is dropped when the interview ends', () => {
    const sitting = trip();
    sitting.answer('country', 'ee');
    sitting.answer('city', 'tartu');
    sitting.answer('country', 'lv');
    sitting.take({ kind: 'finish' });
    expect(sitting.answers()).toEqual({ '/data/country': 'lv', '/data/count': '0' });
  });
});
