import { describe, expect, it } from 'vitest';
import { entityPlacesOf, parseDefinition } from '../definition/index.ts';
import { ask, problemsOf } from './problemsOf.ts';

const label = { en: 'x' };
const group = (name: string, ...elements: readonly object[]) => ({ type: 'group', name, label, elements });
const repeat = (name: string, ...elements: readonly object[]) => ({ type: 'repeat', name, label, elements });
const entity = (list: string, more: object = {}) => ({ list, label: '1', ...more });

/** `list @ path` of each entity. */
function places(elements: readonly object[], ...entities: readonly object[]): readonly string[] {
  const definition = parseDefinition({
    schema: 1,
    id: 'form',
    version: '1',
    title: { en: 'x' },
    languages: [{ code: 'en', name: 'English' }],
    defaultLanguage: 'en',
    elements,
    entities,
  });
  if (!definition.ok) throw new Error(definition.error.map(({ message }) => message).join(' '));
  const { byPath, troubles } = entityPlacesOf(definition.value);
  expect(troubles).toEqual([]);
  return Array.from(byPath, ([path, { list }]) => `${list} @ ${path}`);
}

const troubles = (elements: readonly object[], ...entities: readonly object[]) =>
  problemsOf(elements, { entities }).errors;

describe('an entity is made', () => {
  it('once in the form, when nothing it needs is in a repeat', () => {
    expect(places([group('g', ask('q', { saveTo: 'p' }))], entity('e', { label: '${q}' }))).toEqual([
      'e @ /data',
    ]);
  });

  it('in each instance of the repeat that it reads or saves', () => {
    expect(places([repeat('r', ask('q'))], entity('e', { label: '${q}' }))).toEqual(['e @ /data/r']);
    expect(places([repeat('r', ask('q', { saveTo: 'p' }))], entity('e'))).toEqual(['e @ /data/r']);
  });

  it('where the innermost question that it reads stands', () => {
    const inner = repeat('s', group('h', ask('b'), group('i', ask('c'))));
    const label = "concat(${a}, ${b}, ' ', ${c})";
    expect(places([repeat('r', group('g', ask('a'), inner))], entity('e', { label }))).toEqual([
      'e @ /data/r/g/s/h/i',
    ]);
  });

  it('around all that is saved to it', () => {
    const saved = [group('g', ask('a', { saveTo: 'a' })), group('h', ask('b', { saveTo: 'b' }))];
    expect(places([repeat('r', ...saved)], entity('e'))).toEqual(['e @ /data/r']);
    const far = [group('g', group('i', ...saved)), group('j', group('k', ask('c', { saveTo: 'c' })))];
    expect(places([repeat('r', ...far)], entity('e'))).toEqual(['e @ /data/r']);
  });

  it('in the repeat that it names', () => {
    expect(places([repeat('r', group('g', ask('q')))], entity('e', { label: '${q}', repeat: 'r' }))).toEqual([
      'e @ /data/r',
    ]);
  });
});

describe('several entities', () => {
  it('go outwards where the place is taken, in the order of their rows', () => {
    const inner = group(
      'g2',
      ask('q2', { saveTo: 'e1#p' }),
      group('g3', group('g4', ask('q3'), ask('q4', { saveTo: 'e2#p' }))),
    );
    const elements = [repeat('r', inner)];
    const reads = { label: 'concat(${q2}, ${q3})' };
    expect(
      places(elements, entity('e1', reads), entity('e2', reads), entity('e3', reads), entity('e4', reads)),
    ).toEqual(['e1 @ /data/r/g2', 'e2 @ /data/r/g2/g3/g4', 'e3 @ /data/r/g2/g3', 'e4 @ /data/r']);
  });

  it('have no place when all up to their scope are taken', () => {
    const elements = [repeat('r', ask('q'))];
    expect(troubles(elements, entity('e', { label: '${q}' }), entity('f', { label: '${q}' }))[0]).toMatch(
      /^entity "f", list: There is no place left for the entity "f" in \/data\/r, which "e" has/,
    );
  });

  it('do not stand between another one and what is saved to it', () => {
    const elements = [
      group(
        'g',
        ask('a', { saveTo: 'e#a' }),
        group('h', ask('b', { saveTo: 'f#b' }), ask('c', { saveTo: 'e#c' })),
      ),
    ];
    expect(troubles(elements, entity('e'), entity('f'))[0]).toMatch(/no place left for the entity "f"/);
    expect(troubles(elements, entity('f'), entity('e'))).toEqual([
      '/data/g/h/c, saveTo: It is saved to "e", but "f" is made nearer to it. Put the two into groups of their own.',
    ]);
  });

  it('are not made of repeats beside each other', () => {
    const elements = [repeat('r', ask('a', { saveTo: 'a' })), repeat('s', ask('b'))];
    expect(troubles(elements, entity('e', { label: '${b}' }))[0]).toMatch(
      /^entity "e", label: The entity "e" is made in \/data\/r, but this is of \/data\/s/,
    );
  });
});
