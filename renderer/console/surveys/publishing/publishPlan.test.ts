import { describe, expect, it } from 'vitest';
import type { ListedSurvey } from '../../../../core/protocol/index.ts';
import { firstPlan, freeVersion, lackingIn, requestOf } from './publishPlan.ts';

const DEFINITION = {
  schema: 1,
  id: 'queue',
  version: '1',
  title: { en: 'Queue' },
  languages: [{ code: 'en', name: 'English' }],
  defaultLanguage: 'en',
  elements: [],
} as const;

const survey = (versions: readonly string[], questionnaireId = 'queue'): ListedSurvey => ({
  surveyId: 's1',
  questionnaireId,
  title: { en: 'Queue' },
  defaultLanguage: 'en',
  version: versions[0] ?? '1',
  publishedAt: 0,
  languages: [],
  questions: 1,
  versions: versions.map((version) => ({ version, publishedAt: 0 })),
  touchpoints: [],
  sealed: versions.includes('sealed'),
  counting: {},
  unopened: 0,
});
const IDS = { surveyId: 'new-survey', touchpointId: 'new-touchpoint' };

describe('the version that is proposed', () => {
  it.each([
    ['1', [], '1'],
    ['', [], '1'],
    ['1', ['1'], '2'],
    ['1', ['3', '2', '1'], '4'],
    ['2026-11', ['2026-11', '2026-11.2'], '2026-11.3'],
    ['v2', ['v1'], 'v2'],
  ])('for %j where there are %j is %j', (wanted, taken, free) => {
    expect(freeVersion(wanted, survey(taken))).toBe(free);
  });
});

describe('a plan to publish', () => {
  it('is the next version where a survey has the questionnaire of that id, else a new survey', () => {
    expect(firstPlan(DEFINITION, [survey(['1'])], 'UTC')).toMatchObject({
      as: 'next',
      surveyId: 's1',
      version: '2',
    });
    expect(firstPlan(DEFINITION, [survey(['1'], 'other')], 'UTC')).toMatchObject({ as: 'new', version: '1' });
  });

  it('is sealed where the version before was', () => {
    expect(firstPlan(DEFINITION, [survey(['sealed'])], 'UTC').sealed).toBe(true);
    expect(firstPlan(DEFINITION, [survey(['1'])], 'UTC').sealed).toBe(false);
  });

  it('lacks nothing but what the server would refuse', () => {
    const plan = firstPlan(DEFINITION, [], 'UTC');
    expect(lackingIn(plan, [])).toEqual([]);
    expect(lackingIn({ ...plan, as: 'next' }, [])).toEqual(['survey']);
    expect(lackingIn({ ...plan, version: ' ' }, [])).toEqual(['version']);
    expect(lackingIn({ ...plan, as: 'next', surveyId: 's1' }, [survey(['1'])])).toEqual(['versionTaken']);
    const place = { ...plan, makesTouchpoint: true, timezone: null };
    expect(lackingIn(place, [])).toEqual(['name', 'timezone']);
  });

  it('takes a theme along, that of the form where it has one, but none that cannot be read', () => {
    const colours = {
      ground: '#ffffff',
      surface: '#ffffff',
      ink: '#000000',
      accent: '#0f5e56',
      accentInk: '#ffffff',
    };
    const theme = { look: 'light', colours, corners: 'square' } as const;
    const plan = firstPlan({ ...DEFINITION, theme }, [], 'UTC');
    expect(requestOf(plan, DEFINITION, IDS).definition).toEqual({ ...DEFINITION, theme });
    const none = { ...plan, theme: undefined };
    expect(requestOf(none, { ...DEFINITION, theme }, IDS).definition).toEqual(DEFINITION);
    const grey = { ...theme, colours: { ...colours, ink: '#999999' } };
    expect(lackingIn({ ...plan, theme: grey }, [])).toEqual(['theme']);
  });

  it('is counted as the version before, as far as it asks the same', () => {
    const asking = (name: string) => ({ type: 'select_one', name, choices: 'yesNo' }) as const;
    const choices = { yesNo: [{ name: 'yes', label: {} }] };
    const definition = { ...DEFINITION, choices, elements: [asking('again'), asking('new')] };
    const counting = { keyQuestions: ['again', 'gone'], leastSecondsBetween: 3 };
    const plan = firstPlan(definition, [{ ...survey(['1']), counting }], 'UTC');
    expect(requestOf(plan, definition, IDS).counting).toEqual({
      keyQuestions: ['again'],
      leastSecondsBetween: 3,
    });
  });

  it('becomes a request with ids that stay the same at a second try', () => {
    const plan = {
      ...firstPlan(DEFINITION, [], 'UTC'),
      version: ' 7 ',
      makesTouchpoint: true,
      name: ' Hall ',
    };
    const request = {
      surveyId: 'new-survey',
      definition: { ...DEFINITION, version: '7' },
      touchpointIds: [],
      counting: { keyQuestions: [] },
      newTouchpoint: { touchpointId: 'new-touchpoint', name: 'Hall', timezone: 'UTC' },
    };
    expect(requestOf(plan, DEFINITION, IDS)).toEqual(request);
    expect(requestOf({ ...plan, sealed: true }, DEFINITION, IDS)).toEqual({ ...request, sealed: true });
    expect(requestOf({ ...plan, as: 'next', surveyId: 's1' }, DEFINITION, IDS).surveyId).toBe('s1');
  });
});
