import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

it('prints one value, as JSON or plainly', () => {
  expect(evaluate(['1 + 1', '--json'])).toEqual({ status: 0, output: '{"type":"number","value":2}' });
  expect(evaluate(["concat('a', 'b')"])).toEqual({ status: 0, output: 'ab' });
  expect(evaluate(['1 +', '--json'])).toMatchObject({ status: 0 });
  expect(evaluate(['1 +'])).toMatchObject({ status: 1 });
  const context = file('context.xml', '<data><a>5</a></data>');
  expect(evaluate(['/data/a', '--context', context, '--as', 'number'])).toEqual({ status: 0, output: '5' });
});

it('answers a batch in its order, mistakes in their place', () => {
  const items = [
    { expression: '1' },
    { expression: '(' },
    7,
    { expression: '2', as: 'string' },
    { as: 'number' },
  ];
  const { status, output } = evaluate(['--batch', file('batch.json', JSON.stringify(items))]);
  const outcomes: unknown = JSON.parse(output ?? '');
  expect(status).toBe(0);
  expect(outcomes).toMatchObject([
    { type: 'number', value: 1 },
    { error: expect.any(String) as string },
    { error: 'An item is an object with an expression.' },
    { type: 'string', value: '2' },
    { error: 'The item has no expression.' },
  ]);
});

it('refuses what it can not understand', () => {
  expect(evaluate([])).toMatchObject({ status: 2 });
  expect(evaluate(['1', '--as', 'colour'])).toMatchObject({ status: 2 });
  expect(evaluate(['--batch', file('bad.json', '{')])).toMatchObject({ status: 2 });
});
