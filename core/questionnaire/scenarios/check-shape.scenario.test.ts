import { describe, expect, it } from 'vitest';
import sample from '../../../assets/questionnaires/sample.json' with { type: 'json' };
import { checkDefinition, describeProblem, parseDefinition } from '../index.ts';

const messages = (raw: unknown): readonly string[] => {
  const result = parseDefinition(raw);
  return result.ok ? [] : result.error.map(describeProblem);
};

describe('the sample questionnaire', () => {
  it('has neither errors nor warnings', () => {
    expect(checkDefinition(sample)).toEqual({ ok: true, value: { definition: sample, warnings: [] } });
  });
});

describe('what is no questionnaire at all', () => {
  it.each([null, undefined, 'text', 7, [], true])('%s is refused in words', (raw) => {
    expect(messages(raw)[0]).toMatch(/^questionnaire: should be an object, but is /);
  });

  it('is told all that is missing', () => {
    const missing = messages({});
    for (const name of ['schema', 'id', 'version', 'title', 'languages', 'defaultLanguage', 'elements']) {
      expect(missing).toContain(`questionnaire: a questionnaire needs "${name}"; add it.`);
    }
  });
});

describe('a wrong shape', () => {
  const broken = (change: object): readonly string[] => messages({ ...sample, ...change });

  it('names the place, what stands there and what should', () => {
    expect(broken({ title: 'Visit' })).toEqual(['/title: should be an object, but is a string.']);
    expect(broken({ languages: [] })).toEqual(['/languages: needs one entry at least.']);
    expect(broken({ schema: 2 })).toEqual(['/schema: must be 1.']);
    expect(broken({ id: '' })).toEqual(['/id: may not be empty.']);
    expect(broken({ id: 'x'.repeat(250) })).toEqual(['/id: has more than 249 characters; shorten it.']);
    expect(broken({ elements: [null] })).toEqual([
      '/elements/0: should be an object with a "type", but is empty.',
    ]);
    expect(broken({ elements: [{ name: 'q' }] })).toEqual([
      '/elements/0: needs a "type" in words, such as "text" or "select_one".',
    ]);
    const repeat = { type: 'repeat', name: 'r', elements: [], startInstances: -1 };
    expect(broken({ elements: [repeat] })).toEqual(['/elements/0/startInstances: must be 0 or more.']);
    const special = { type: 'text', name: 'q', specialAnswers: ['never'] };
    expect(broken({ elements: [special] })).toEqual([
      '/elements/0/specialAnswers/0: must be one of "dontKnow", "refused".',
    ]);
  });

  it('suggests what was probably meant', () => {
    expect(broken({ elements: [{ type: 'selekt_one', name: 'q' }] })).toEqual([
      '/elements/0/type: There is no type "selekt_one". Did you mean "select_one"?',
    ]);
    expect(broken({ elements: [{ type: 'text', name: 'q', requried: 'true()' }] })).toEqual([
      '/elements/0: "requried" is no column of a question. Did you mean "required"?',
    ]);
    expect(broken({ elements: [{ type: 'group', name: 'g', elements: [], constraint: '1' }] })[0]).toMatch(
      /"constraint" is no column of a group\. Take it away/,
    );
  });

  it('escapes places as JSON Pointers do', () => {
    const result = parseDefinition({ ...sample, title: { 'a/b~c': 1 } });
    expect(result.ok ? '' : result.error[0]?.pointer).toBe('/title/a~1b~0c');
  });
});
