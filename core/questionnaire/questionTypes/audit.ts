import { defineMedia } from './families/defineMedia.ts';
import type { QuestionType } from './questionType.ts';

const LOCATION = ['location-priority', 'location-min-interval', 'location-max-age'];

function locationProblems(parameters: Readonly<Record<string, string>>): readonly string[] {
  const given = LOCATION.filter((name) => Object.hasOwn(parameters, name));
  if (given.length === 0) return [];
  const missing = LOCATION.filter((name) => !given.includes(name));
  if (missing.length > 0)
    return [`${given.join(' and ')} also needs ${missing.join(' and ')}; add that, or take it away`];
  const interval = Number(parameters['location-min-interval']);
  const age = Number(parameters['location-max-age']);
  return age < interval
    ? [`location-max-age ${age} may not be less than location-min-interval ${interval}`]
    : [];
}

export const audit: QuestionType = {
  ...defineMedia({
    name: 'audit',
    about: 'How the interview went: what was shown when, and for how long',
    mediatype: 'text/csv',
    asked: false,
    control: 'none',
    parameters: {
      'location-priority': { kind: 'word', words: ['no-power', 'low-power', 'balanced', 'high-accuracy'] },
      'location-min-interval': { kind: 'integer', least: 0 },
      'location-max-age': { kind: 'integer', least: 0 },
      'track-changes': { kind: 'boolean', fallback: 'false' },
      'track-changes-reasons': { kind: 'word', words: ['on-form-edit'] },
      'identify-user': { kind: 'boolean', fallback: 'false' },
    },
  }),
  parameterProblems: locationProblems,
};
