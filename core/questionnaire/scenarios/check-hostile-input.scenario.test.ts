import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../index.ts';
import type { Element } from '../index.ts';

const definition = (elements: unknown, more: object = {}) => ({
  schema: 1,
  id: 'big',
  version: '1',
  title: { en: 'Big' },
  languages: [{ code: 'en', name: 'English' }],
  defaultLanguage: 'en',
  elements,
  ...more,
});

const label = { en: 'Label' };
const firstError = (raw: unknown): string | undefined => {
  const result = checkDefinition(raw);
  return result.ok ? undefined : result.error[0]?.message;
};

function nested(levels: number): Element {
  let element: Element = { type: 'text', name: 'leaf', label };
  for (let level = levels; level > 0; level -= 1)
    element = { type: 'group', name: `g${level}`, elements: [element] };
  return element;
}

describe('size', () => {
  it('5,000 questions that depend on each other in a chain are checked', () => {
    const elements = Array.from({ length: 5000 }, (_, index) => ({
      type: 'integer',
      name: `q${index}`,
      label,
      ...(index === 0 ? {} : { relevant: `\${q${index - 1}} > 1` }),
    }));
    expect(checkDefinition(definition(elements))).toMatchObject({ ok: true, value: { warnings: [] } });
  });

  it('100,000 choices are checked', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({ name: `c${index}`, label }));
    const question = { type: 'select_one', name: 'q', label, choices: 'rows', relevant: "'1'" };
    expect(checkDefinition(definition([question], { choices: { rows } }))).toMatchObject({ ok: true });
  });

  it('5,000 questions over one list of 50,000 choices do not read it again and again', () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => ({
      name: `c${index}`,
      label,
      columns: { region: 'x' },
    }));
    const select = { type: 'select_one', label, choices: 'rows' };
    const elements = Array.from({ length: 5000 }, (_, index) => ({
      ...select,
      name: `q${index}`,
      ...(index % 2 === 0 ? { default: 'c49999' } : { choiceFilter: "region = 'x'" }),
      ...(index === 0 ? {} : { relevant: `\${q${index - 1}} = 'c49999'` }),
    }));
    expect(checkDefinition(definition(elements, { choices: { rows } }))).toMatchObject({
      ok: true,
      value: { warnings: [] },
    });
  });

  it('200 levels of groups are checked', () => {
    expect(checkDefinition(definition([nested(200)]))).toMatchObject({ ok: true });
  });

  it('100,000 levels are refused in words', () => {
    expect(firstError(definition([nested(100_000)]))).toMatch(/nested too deeply/);
  });

  it('a chain of 5,000 calculations in a circle is found and told in one line', () => {
    const elements = Array.from({ length: 5000 }, (_, index) => ({
      type: 'calculate',
      name: `q${index}`,
      calculation: `\${q${(index + 1) % 5000}} + 1`,
    }));
    const message = firstError(definition(elements)) ?? '';
    expect(message).toMatch(/goes round in a circle: \/data\/q0 by its calculation depends on \/data\/q1/);
    expect(message.length).toBeLessThan(1000);
  });

  it('thousands of mistakes are cut short and counted', () => {
    const elements = Array.from({ length: 3000 }, (_, index) => ({
      type: 'text',
      name: `q${index}`,
      label,
      relevant: `\${nothing${index}} = 1`,
    }));
    const result = checkDefinition(definition(elements));
    const errors = result.ok ? [] : result.error;
    expect(errors).toHaveLength(501);
    expect(errors.at(-1)).toMatchObject({
      code: 'tooMuch',
      message: '2500 more errors are not listed; mend these first.',
    });
  });
});

describe('malice', () => {
  it('an object that holds itself is refused', () => {
    const group: Record<string, unknown> = { type: 'group', name: 'g' };
    group['elements'] = [group, group];
    expect(firstError(definition([group]))).toMatch(/too large or nested too deeply/);
  });

  it('names that mean something to objects are refused where they would be looked up', () => {
    const raw = JSON.parse('{"__proto__": [{"name": "a"}]}') as unknown;
    expect(firstError(definition([], { choices: raw }))).toMatch(/"__proto__" cannot be used as a name here/);
    const polluted = JSON.parse('{"type": "text", "name": "q", "__proto__": {"label": {}}}') as unknown;
    expect(firstError(definition([polluted]))).toMatch(/"__proto__" is no column of a question/);
  });

  it('a list called like what every object has is missing unless it is there', () => {
    const question = { type: 'select_one', name: 'q', label, choices: 'constructor' };
    expect(firstError(definition([question]))).toMatch(/There is no list "constructor"/);
    const parameters = { type: 'text', name: 'q', label, parameters: { tostring: '1', valueof: '2' } };
    expect(firstError(definition([parameters]))).toMatch(/"tostring" is no parameter of type text/);
  });

  it('questions called so are questions like others', () => {
    const elements = ['constructor', 'toString', 'hasOwnProperty'].map((name) => ({
      type: 'text',
      name,
      label,
    }));
    expect(checkDefinition(definition(elements))).toMatchObject({ ok: true, value: { warnings: [] } });
  });

  it('an expression of a megabyte is refused in words', () => {
    const question = { type: 'text', name: 'q', label, relevant: `${'1 + '.repeat(250_000)}1` };
    const result = checkDefinition(definition([question]));
    expect(result.ok ? undefined : result.error[0]).toMatchObject({
      code: 'syntax',
      place: '/data/q',
      column: 'relevant',
    });
  });

  it('a text of unclosed references is only text', () => {
    const question = { type: 'text', name: 'q', label: { en: '${'.repeat(500_000) } };
    expect(checkDefinition(definition([question]))).toMatchObject({ ok: true });
  });
});
