import type { ConsoleSay } from '../words/index.ts';

const WORDS = {
  surveyId: 'surveys.name',
  questionnaireVersion: 'surveys.version',
  touchpointId: 'overview.touchpoint',
  language: 'language',
  startedAt: 'inbox.member.startedAt',
  finishedAt: 'inbox.member.finishedAt',
  endedBy: 'inbox.member.endedBy',
} as const;

const isKnown = (name: string): name is keyof typeof WORDS => Object.hasOwn(WORDS, name);

/** What a member of a response is called on the screens. */
export const memberText = (say: ConsoleSay, name: string): string =>
  isKnown(name) ? say(WORDS[name]) : name;
