import type { ListedSurvey, PublishRequest } from '../../../../core/protocol/index.ts';
import {
  countedChoices,
  questionsOutsideRepeats,
  unreadablePairs,
  type Definition,
  type Question,
  type Theme,
} from '../../../../core/questionnaire/index.ts';

/** What somebody is about to publish, while they still decide. */
export interface PublishPlan {
  readonly as: 'new' | 'next';
  /** Of the survey that gets a version; null while none is chosen. */
  readonly surveyId: string | null;
  readonly version: string;
  readonly touchpointIds: readonly string[];
  readonly makesTouchpoint: boolean;
  readonly name: string;
  readonly timezone: string | null;
  readonly sealed: boolean;
  readonly counting: NonNullable<PublishRequest['counting']>;
  /** Left out: as the house looks. */
  readonly theme?: Theme | undefined;
}

export type Lacking = 'survey' | 'version' | 'versionTaken' | 'name' | 'timezone' | 'theme';

/** Ids for what publishing may make; fixed while one decides, so that a second try makes nothing twice. */
export interface NewIds {
  readonly surveyId: string;
  readonly touchpointId: string;
}

/** A questionnaire with the id of a survey's is most likely its next version. */
export function firstPlan(
  definition: Definition,
  surveys: readonly ListedSurvey[],
  timezone: string,
): PublishPlan {
  const same = surveys.find(({ questionnaireId }) => questionnaireId === definition.id);
  return {
    as: same === undefined ? 'new' : 'next',
    surveyId: same?.surveyId ?? null,
    version: freeVersion(definition.version, same),
    touchpointIds: [],
    makesTouchpoint: false,
    name: '',
    timezone,
    sealed: same?.sealed ?? false,
    counting: sameCounting(definition, same),
    theme: definition.theme,
  };
}

/** Counted as the version before, as far as it asks the same. */
function sameCounting(definition: Definition, survey: ListedSurvey | undefined): PublishPlan['counting'] {
  const { keyQuestions = [], ...rest } = survey?.counting ?? {};
  const names = new Set(keyQuestionsOf(definition).map(({ name }) => name));
  return { ...rest, keyQuestions: keyQuestions.filter((name) => names.has(name)) };
}

/** The single choices of which each choice may be counted. */
export const keyQuestionsOf = (definition: Definition): readonly Question[] =>
  questionsOutsideRepeats(definition)
    .map(({ question }) => question)
    .filter((question) => countedChoices(definition, question) !== null);

/** The version that the questionnaire says it is, or what comes after it where the survey has that one already. */
export function freeVersion(wanted: string, survey: ListedSurvey | undefined): string {
  const taken = new Set(survey?.versions.map(({ version }) => version));
  const first = wanted.trim() === '' ? '1' : wanted.trim();
  if (!taken.has(first)) return first;
  const number = /^\d{1,15}$/.test(first) ? Number(first) : null;
  for (let next = 1; ; next += 1) {
    const candidate = number === null ? `${first}.${(next + 1).toString()}` : (number + next).toString();
    if (!taken.has(candidate)) return candidate;
  }
}

export function lackingIn(plan: PublishPlan, surveys: readonly ListedSurvey[]): readonly Lacking[] {
  const survey = plan.as === 'next' ? surveys.find(({ surveyId }) => surveyId === plan.surveyId) : undefined;
  const version = plan.version.trim();
  const lacking: Lacking[] = [];
  if (plan.as === 'next' && survey === undefined) lacking.push('survey');
  if (version === '' || version.length > 100) lacking.push('version');
  if (survey?.versions.some((known) => known.version === version) === true) lacking.push('versionTaken');
  if (plan.makesTouchpoint && plan.name.trim() === '') lacking.push('name');
  if (plan.makesTouchpoint && plan.timezone === null) lacking.push('timezone');
  if (plan.theme !== undefined && unreadablePairs(plan.theme).length > 0) lacking.push('theme');
  return lacking;
}

/** Only of a plan in which nothing is lacking. */
export function requestOf(plan: PublishPlan, definition: Definition, ids: NewIds): PublishRequest {
  const { name, timezone, theme } = plan;
  const { theme: _, ...asked } = definition;
  return {
    surveyId: plan.as === 'next' && plan.surveyId !== null ? plan.surveyId : ids.surveyId,
    definition: { ...asked, version: plan.version.trim(), ...(theme !== undefined && { theme }) },
    touchpointIds: [...plan.touchpointIds],
    ...(plan.sealed && { sealed: true }),
    counting: plan.counting,
    ...(plan.makesTouchpoint && timezone !== null
      ? { newTouchpoint: { touchpointId: ids.touchpointId, name: name.trim(), timezone } }
      : {}),
  };
}
