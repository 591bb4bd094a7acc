import { describe, expect, it } from 'vitest';
import { ask, listOf, problemsOf } from './problemsOf.ts';

const errors = (columns: object) =>
  problemsOf([ask('q', columns)], { choices: { rows: listOf('a', 'b') } }).errors;
const warnings = (columns: object) => problemsOf([ask('q', columns)]).warnings;

describe('a default', () => {
  it('is an answer of the type', () => {
    expect(errors({ type: 'integer', default: '3' })).toEqual([]);
    expect(errors({ type: 'integer', default: 'three' })).toEqual([
      '/data/q, default: "three" is no answer of type integer; mend or remove it.',
    ]);
    expect(errors({ type: 'date', default: '2026-02-30' })[0]).toMatch(/is no answer of type date/);
  });

  it('is one of the choices', () => {
    const select = { type: 'select_multiple', choices: 'rows' };
    expect(errors({ ...select, default: 'a b' })).toEqual([]);
    expect(errors({ ...select, default: 'a c' })).toEqual([
      '/data/q, default: "c" is no choice of list "rows". Take one of its choices.',
    ]);
  });

  it('is literal: what looks like an expression is a warning', () => {
    expect(warnings({ default: 'today()' })[0]).toMatch(
      /"today\(\)" is taken literally; to compute it, put it under "dynamicDefault"/,
    );
    expect(warnings({ default: 'see (below)' })).toEqual([]);
  });

  it('is either literal or dynamic', () => {
    expect(errors({ default: '1', dynamicDefault: '1 + 1' })[0]).toMatch(/There is a "dynamicDefault" too/);
  });

  it('is none for recordings and files, but may be for an image', () => {
    for (const type of ['audio', 'video', 'file']) {
      expect(errors({ type, default: 'a.bin' })).toEqual([
        `/data/q, default: Type ${type} cannot begin with a value; take the default away.`,
      ]);
    }
    expect(errors({ type: 'image', default: 'map.png' })).toEqual([]);
  });
});

describe('messages', () => {
  it.each([
    ['requiredMessage', 'required'],
    ['constraintMessage', 'constraint'],
    ['warningMessage', 'warning'],
  ])('%s without %s is never shown', (message, rule) => {
    expect(warnings({ [message]: { en: 'No' } })).toEqual([
      `/data/q, ${message}: is never shown, as there is no "${rule}"; add that, or take the message away.`,
    ]);
    expect(warnings({ [message]: { en: 'No' }, [rule]: "'1'" })).toEqual([]);
  });

  it('a warning says what is odd', () => {
    expect(warnings({ warning: '. < 100' })[0]).toMatch(/has no "warningMessage"/);
  });
});

describe('triggers', () => {
  const withTrigger = (columns: object) => problemsOf([ask('a'), ask('q', columns)]);

  it('are questions, and not the question itself', () => {
    expect(withTrigger({ triggers: ['a'], calculation: 'now()' }).errors).toEqual([]);
    expect(withTrigger({ triggers: ['b'], calculation: 'now()' }).errors[0]).toMatch(
      /There is no question called "b"/,
    );
    expect(withTrigger({ triggers: ['q'], calculation: 'now()' }).errors[0]).toMatch(
      /A question cannot trigger itself/,
    );
  });

  it('can be changed by people', () => {
    const hidden = { type: 'hidden', name: 'a' };
    expect(problemsOf([hidden, ask('q', { triggers: ['a'], calculation: '1' })]).errors[0]).toMatch(
      /"a" is asked of nobody, so nobody can change it/,
    );
  });

  it('run a calculation', () => {
    expect(withTrigger({ triggers: ['a'] }).warnings[0]).toMatch(
      /Without a "calculation" the trigger empties the answer/,
    );
  });

  it('start a background-geopoint, which finds its value by itself', () => {
    const type = 'background-geopoint';
    expect(withTrigger({ type, triggers: ['a'] })).toMatchObject({ errors: [], warnings: [] });
    expect(withTrigger({ type }).errors[0]).toMatch(/needs the question whose answer starts it/);
    expect(withTrigger({ type, triggers: ['a'], calculation: '1' }).errors[0]).toMatch(
      /finds its value by itself/,
    );
  });
});

describe('contradictions', () => {
  it('a calculation that computes nothing', () => {
    const nothing = /Type calculate needs a "calculation" or a "dynamicDefault"; add one, or make it hidden/;
    expect(errors({ type: 'calculate' })[0]).toMatch(nothing);
    expect(errors({ type: 'calculate', default: '3' })[0]).toMatch(nothing);
    expect(errors({ type: 'calculate', dynamicDefault: 'today()' })).toEqual([]);
  });

  it('a required answer that nobody can give stops people, which may be meant', () => {
    const stops = [
      expect.stringMatching(/^\/data\/q, required: Nobody can answer this, but an answer is required/),
    ];
    expect(warnings({ type: 'note', required: 'true()' })).toEqual(stops);
    expect(warnings({ required: 'true()', readOnly: 'true()' })).toEqual(stops);
    expect(warnings({ type: 'note', required: 'true()', calculation: '1' })).toEqual([]);
    expect(warnings({ required: 'true()', readOnly: 'true()', default: 'x' })).toEqual([]);
  });

  it('a big image without the image that opens it', () => {
    const image = { en: 'a.png' };
    expect(errors({ media: { bigImage: image } })[0]).toMatch(
      /A big image is shown when its image is tapped/,
    );
    expect(errors({ media: { bigImage: image, image } })).toEqual([]);
  });

  it('ways out of a question that nobody is asked', () => {
    const hidden = { type: 'hidden', name: 'q', specialAnswers: ['refused'] };
    expect(problemsOf([hidden]).warnings[0]).toMatch(/means nothing for type hidden/);
  });
});

describe('a question that shows nothing', () => {
  it('is a warning, unless its value is computed', () => {
    expect(problemsOf([{ type: 'text', name: 'q' }]).warnings).toEqual([
      '/data/q, label: has no label, hint or picture: people would see an empty question. Add a label.',
    ]);
    expect(problemsOf([{ type: 'text', name: 'q', calculation: '1' }]).warnings).toEqual([]);
    expect(problemsOf([{ type: 'text', name: 'q', media: { image: { en: 'a.png' } } }]).warnings).toEqual([]);
  });
});

describe('an audit', () => {
  it('is called audit, and there is one', () => {
    const audit = (name: string) => ({ type: 'audit', name });
    expect(problemsOf([ask('q'), audit('audit')])).toMatchObject({ errors: [], warnings: [] });
    expect(problemsOf([ask('q'), audit('log')]).errors[0]).toMatch(/must be called "audit", not "log"/);
    const group = { type: 'group', name: 'g', elements: [audit('audit')] };
    expect(problemsOf([audit('audit'), group]).errors).toEqual([
      '/data/g/audit: There is an audit already; keep one.',
    ]);
  });
});
