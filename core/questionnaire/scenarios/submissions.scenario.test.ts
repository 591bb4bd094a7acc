import { describe, expect, test } from 'vitest';
import {
  applyEvent,
  compileQuestionnaire,
  readSubmission,
  resumeInterview,
  saveState,
  submissionXml,
} from '../index.ts';
import type { Continued, Definition, Element, StartProblem, XmlElement } from '../index.ts';
import type { Result } from '../../kernel/index.ts';
import { ask, define, sit } from './sitting.ts';

const AT = Date.UTC(2026, 10, 22, 10);
const ID = 'uuid:5b1ae3ed-1f3c-4b02-8f5c-0e1c7d9d6a11';

/** `['shop', 'Rimi']`, `['visit', ['a', '1'], ['b', '2']]`. */
type Node = readonly [name: string, ...inside: (string | Node)[]];

const xml = ([name, ...inside]: Node, attributes: Readonly<Record<string, string>> = {}): XmlElement => ({
  name,
  namespace: '',
  attributes: Object.entries(attributes).map(([key, value]) => ({ name: key, namespace: '', value })),
  content: inside.map((part) => (typeof part === 'string' ? part : xml(part))),
});

const META: Node = ['orx:meta', ['orx:instanceID', ID]];

function read(
  definition: Definition,
  inside: readonly Node[],
  purpose: 'goOn' | 'edit' = 'goOn',
  id = definition.id,
): Result<Continued, StartProblem> {
  const compiled = compileQuestionnaire(definition);
  if (!compiled.ok) throw new Error('does not compile');
  return readSubmission(compiled.value, xml(['data', ...inside], { id }), { now: AT, seed: 7, purpose });
}

/** A sitting that goes on with the submission, and what was left out of it. */
function goOn(elements: readonly Element[], inside: readonly Node[], purpose: 'goOn' | 'edit' = 'goOn') {
  const sitting = sit(elements);
  const continued = read(define(elements), [...inside, META], purpose);
  if (!continued.ok) throw new Error(continued.error.message);
  sitting.interview = continued.value.interview;
  return { sitting, leftOut: continued.value.leftOut };
}

describe('an interview that begins from a submission', () => {
  test('has its answers and instances, and calculates anew', () => {
    const { sitting, leftOut } = goOn(
      [
        ask('integer', 'a'),
        ask('calculate', 'twice', { calculation: '${a} * 2' }),
        { type: 'repeat', name: 'r', elements: [ask('text', 'q'), ask('text', 'p')] },
      ],
      [
        ['a', '4'],
        ['twice', '1'],
        ['r', ['q', 'x']],
        ['r', ['q', 'y'], ['p', 'z']],
      ],
    );
    expect(leftOut).toEqual([]);
    expect(sitting.texts()).toEqual({ a: '4', twice: '8', 'r[1]/q': 'x', 'r[2]/q': 'y', 'r[2]/p': 'z' });
    expect(sitting.where()).toBe('a');
  });

  test('does nothing again that only a new response does', () => {
    const { sitting } = goOn(
      [
        ask('text', 'a', { dynamicDefault: "'new'" }),
        ask('today', 'day'),
        ask('text', 'b', { calculation: "'run'", triggers: ['a'] }),
      ],
      [
        ['a', 'old'],
        ['day', '2020-01-01'],
        ['b', ''],
      ],
    );
    expect(sitting.texts()).toEqual({ a: 'old', day: '2020-01-01' });
    sitting.answer('a', 'changed');
    expect(sitting.text('b')).toBe('run');
  });

  test('has the form’s own text where something was not relevant', () => {
    const { sitting } = goOn(
      [
        ask('text', 'go'),
        ask('text', 'b', { relevant: "${go} = 'yes'", default: 'form' }),
        ask('text', 'c', { default: 'form' }),
      ],
      [
        ['go', 'no'],
        ['c', ''],
      ],
    );
    expect(sitting.node('b')).toMatchObject({ relevant: false, text: 'form' });
    expect(sitting.text('c')).toBe('');
  });

  test('counts the instances of counted and fixed repeats itself', () => {
    const { sitting, leftOut } = goOn(
      [
        ask('integer', 'n'),
        { type: 'repeat', name: 'r', repeatCount: '${n}', elements: [ask('text', 'q')] },
        { type: 'repeat', name: 'f', fixed: true, startInstances: 2, elements: [ask('text', 'q')] },
      ],
      [
        ['n', '2'],
        ['r', ['q', 'x']],
        ['f', ['q', '1']],
        ['f', ['q', '2']],
        ['f', ['q', '3']],
      ],
    );
    expect(sitting.texts()).toEqual({ n: '2', 'r[1]/q': 'x', 'f[1]/q': '1', 'f[2]/q': '2' });
    expect(sitting.node('r[2]')).toBeDefined();
    expect(leftOut).toEqual([{ path: '/data/f', message: '<f> is one more than there are.' }]);
  });
});

describe('the identity of what goes on', () => {
  test('stays when the same response goes on', () => {
    const { sitting } = goOn([ask('text', 'a')], [['a', 'x']]);
    expect(submissionXml(sitting.interview)).toContain(`<instanceID>${ID}</instanceID></meta>`);
  });

  test('is new when a sent one is edited, and names the one it replaces, saved and resumed as well', () => {
    const { sitting } = goOn([ask('text', 'a')], [['a', 'x']], 'edit');
    const written = submissionXml(sitting.interview);
    expect(written).toContain(`<deprecatedID>${ID}</deprecatedID></meta>`);
    expect(written).not.toContain(`<instanceID>${ID}`);
    const saved: unknown = JSON.parse(JSON.stringify(saveState(sitting.interview)));
    const resumed = resumeInterview(sitting.interview.questionnaire, saved);
    expect(resumed.ok && submissionXml(resumed.value)).toBe(written);
  });
});

describe('a submission that does not fit', () => {
  const one = define([ask('integer', 'a')]);

  test('of another questionnaire is refused', () => {
    expect(read(one, [], 'goOn', 'other')).toMatchObject({
      ok: false,
      error: { message: 'This is a submission of "other", not of "scenario".' },
    });
    expect(read({ ...one, root: 'form' }, [])).toMatchObject({
      ok: false,
      error: { message: 'This is <data>, and submissions are <form>.' },
    });
  });

  test('in parts says which, and goes on with the rest', () => {
    const { sitting, leftOut } = goOn(
      [ask('integer', 'a'), ask('text', 'b')],
      [
        ['a', 'many'],
        ['b', 'x'],
        ['b', 'y'],
        ['c', 'z'],
      ],
    );
    expect(sitting.texts()).toEqual({ b: 'x' });
    expect(leftOut.map(({ path }) => path)).toEqual(['/data/a', '/data/b', '/data/c']);
    expect(leftOut[0]?.message).toContain('"many" is no answer for a question of type integer');
  });

  test('with more instances than there may be is refused', () => {
    const repeat: Element = { type: 'repeat', name: 'r', elements: [ask('text', 'q')] };
    const instances = Array.from({ length: 20_001 }, (): Node => ['r', ['q', '1']]);
    expect(read(define([repeat]), instances)).toMatchObject({ ok: false, error: { path: '/data/r' } });
  });
});

test('a finished interview comes back as it was sent', () => {
  const sitting = sit([ask('text', 'a'), { type: 'repeat', name: 'r', elements: [ask('integer', 'n')] }]);
  sitting.answer('a', ' <&> ');
  sitting.answer('r[1]/n', 3);
  const { interview } = applyEvent(sitting.interview, { kind: 'finish' });
  const again = read(
    define([ask('text', 'a'), { type: 'repeat', name: 'r', elements: [ask('integer', 'n')] }]),
    [
      ['a', ' <&> '],
      ['r', ['n', '3']],
    ],
  );
  expect(again.ok && submissionXml(again.value.interview).replace(/uuid:[^<]*/, '')).toBe(
    submissionXml(interview).replace(/uuid:[^<]*/, ''),
  );
});
