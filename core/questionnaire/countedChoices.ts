import type { Definition, Question } from './definition/index.ts';

export interface PlacedQuestion {
  /** From the root on, as answers are named by it. */
  readonly path: string;
  readonly question: Question;
}

/** The questions outside repeats, in the order asked. */
export function questionsOutsideRepeats({ elements, root = 'data' }: Definition): readonly PlacedQuestion[] {
  const within = (some: Definition['elements'], parent: string): readonly PlacedQuestion[] =>
    some.flatMap((element) => {
      const path = `${parent}/${element.name}`;
      if (element.type === 'repeat') return [];
      return element.type === 'group' ? within(element.elements, path) : [{ path, question: element }];
    });
  return within(elements, `/${root}`);
}

/** A counter is kept for each value, hour, touchpoint, channel and flag. */
const MOST_CHOICES = 100;

/** The values of a single choice that can be counted one by one; null of any other question, and of one with too many choices. */
export function countedChoices({ choices = {} }: Definition, question: Question): readonly string[] | null {
  const { type, choices: list, orOther = false } = question;
  const offered = type === 'select_one' && list !== undefined ? choices[list] : undefined;
  if (offered === undefined || offered.length > MOST_CHOICES) return null;
  return [...offered.map(({ name }) => name), ...(orOther ? ['other'] : [])];
}
