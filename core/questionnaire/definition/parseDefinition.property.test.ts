import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sample from '../../../assets/questionnaires/sample.json' with { type: 'json' };
import { questionTypes } from '../questionTypes/index.ts';
import { checkDefinition } from './checkDefinition.ts';
import { parseDefinition } from './parseDefinition.ts';
import { definitionSchema } from './schema/definitionSchema.ts';

const validates = new Ajv2020().compile(definitionSchema);

const key = fc.constantFrom(
  'en',
  'lv',
  'name',
  'type',
  'elements',
  'constructor',
  '__proto__',
  'rows',
  'extra',
);
const anyText = fc.dictionary(fc.constantFrom('en', 'lv', 'toString', '__proto__'), fc.string(), {
  noNullPrototype: true,
});
const text = fc.dictionary(fc.constantFrom('en', 'lv'), fc.string(), { noNullPrototype: true });
const maybe = { requiredKeys: ['type', 'name'] as ('type' | 'name')[], noNullPrototype: true };
const type = fc.constantFrom(...Object.keys(questionTypes));

const columns = {
  name: fc.constantFrom('a', 'b', 'visit', '1st'),
  label: text,
  relevant: fc.constantFrom('true()', '${a} > 1', '${b}', '('),
  appearance: fc.string(),
};
const question = fc.record(
  {
    type,
    ...columns,
    required: fc.string(),
    parameters: fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
    choices: fc.constantFrom('rows', 'none'),
    specialAnswers: fc.subarray(['dontKnow', 'refused']),
    minimumSeconds: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    triggers: fc.array(fc.constantFrom('a', 'b')),
  },
  maybe,
);
const { element } = fc.letrec<{ element: unknown; elements: unknown[] }>((tie) => ({
  elements: fc.array(tie('element'), { maxLength: 4 }),
  element: fc.oneof(
    { depthSize: 'small' },
    question,
    fc.record(
      { type: fc.constant('group'), ...columns, elements: tie('elements') },
      { noNullPrototype: true },
    ),
    fc.record(
      { type: fc.constant('repeat'), ...columns, elements: tie('elements'), startInstances: fc.nat() },
      { noNullPrototype: true },
    ),
  ),
}));
const definition = fc
  .record(
    { elements: fc.array(element), title: anyText, version: fc.string(), root: fc.string() },
    { noNullPrototype: true },
  )
  .map(
    (change) =>
      JSON.parse(
        JSON.stringify({ ...sample, choices: { rows: sample.choices.faces }, ...change }),
      ) as unknown,
  );

/** Puts any JSON anywhere into a definition; an array takes only what JSON lets it have, for `constructor` would break its own methods. */
function damage(raw: unknown, path: readonly number[], name: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(raw)) as unknown;
  let at = copy;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) break;
    const children: unknown[] = Object.values(at).filter(
      (child) => typeof child === 'object' && child !== null,
    );
    if (children.length === 0) break;
    at = children[step % children.length];
  }
  if (typeof at === 'object' && at !== null)
    Object.defineProperty(at, name, { value, enumerable: true, configurable: true, writable: true });
  return JSON.parse(JSON.stringify(copy)) as unknown;
}
const damaged = fc
  .tuple(
    definition,
    fc.array(fc.nat(30), { maxLength: 6 }),
    fc.oneof(key, fc.nat(3).map(String)),
    fc.jsonValue(),
  )
  .map(([raw, path, name, value]) => damage(raw, path, name, value));

function agree(raw: unknown): void {
  expect(parseDefinition(raw).ok).toBe(validates(raw));
}

describe('reading a definition', () => {
  it('takes what the published schema takes, and nothing else: definitions', () => {
    fc.assert(fc.property(definition, agree), { numRuns: 150 });
  });

  it('takes what the published schema takes, and nothing else: damaged definitions', () => {
    fc.assert(fc.property(damaged, agree), { numRuns: 500 });
  });

  it('takes what the published schema takes, and nothing else: any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), agree));
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }),
        (raw) => {
          expect(parseDefinition(raw).ok).toBe(false);
        },
      ),
    );
  });
});

describe('checking a definition', () => {
  it('never throws, and tells each problem with a place and a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(definition, damaged), (raw) => {
        const checked = checkDefinition(raw);
        const problems = checked.ok ? checked.value.warnings : checked.error;
        expect(checked.ok).toBe(problems.every((problem) => problem.severity === 'warning'));
        for (const { place, message } of problems) {
          expect(place).not.toBe('');
          expect(message).toMatch(/[.?]$/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
