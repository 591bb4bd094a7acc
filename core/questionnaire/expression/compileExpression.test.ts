import { describe, expect, it } from 'vitest';
import type { Binding } from './binding.ts';
import { compileExpression } from './compileExpression.ts';
import type { Compiled } from './compiled.ts';
import { rehearsalContext } from './rehearsal/rehearse.ts';
import { parseExpression } from './syntax/parseExpression.ts';

function compiled(text: string, binding?: Binding): Compiled {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return compileExpression(parsed.value, binding);
}

const forty = { nodes: () => [], text: () => '40', number: () => 40, single: true };

describe('bindings', () => {
  it('answers names and paths without walking the tree', () => {
    const asked: string[] = [];
    const binding: Binding = {
      reference: (name) => {
        asked.push(name);
        return forty;
      },
      path: ({ anchor, steps }) => {
        asked.push(`${anchor}:${steps.map((step) => step.test).join('/')}`);
        return forty;
      },
    };
    const context = rehearsalContext();
    expect(compiled('${age} + /data/x + ../y + current()/../z', binding).number(context)).toBe(160);
    expect(compiled("${age} = '40' and ${age} = 40 and ${age} < 41", binding).boolean(context)).toBe(true);
    expect(asked.slice(0, 4)).toEqual(['age', 'root:data/x', 'current:node()/y', 'current:node()/z']);
  });

  it('does not bind paths that start at a row', () => {
    const asked: number[] = [];
    const context = rehearsalContext({ tree: { data: { rep: [{ n: '1' }, { n: '2' }] } } });
    const binding: Binding = {
      path: ({ steps }) => {
        asked.push(steps.length);
        return undefined;
      },
    };
    expect(compiled('count(/data/rep[n = 2])', binding).number(context)).toBe(1);
    expect(asked.every((length) => length < 2)).toBe(true);
  });

  it('takes sums and counts from the host', () => {
    const binding: Binding = { path: () => ({ nodes: () => [], sum: () => 7, count: () => 3 }) };
    expect(compiled('sum(/data/*) + count(/data/*)', binding).number(rehearsalContext())).toBe(10);
  });
});

describe('types', () => {
  it.each([
    ['1 + 1', 'number'],
    ["concat('a')", 'string'],
    ['1 = 1', 'boolean'],
    ['/data/a', 'nodes'],
    ['today()', 'date'],
    ["if(1, 'a', 'b')", 'string'],
    ["if(1, 'a', 2)", 'any'],
  ])('%s is a %s', (text, type) => {
    expect(compiled(text).type).toBe(type);
  });
});

it('puts the context back after predicates', () => {
  const context = rehearsalContext({ tree: { data: { a: ['1', '2'] } }, at: '/data' });
  const before = { ...context };
  compiled('/data/a[. > 1][position() = 1]').nodes(context);
  expect(context).toEqual({ ...before, steps: context.steps });
});
