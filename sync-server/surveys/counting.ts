/** What a survey says of how its responses are counted, beyond what its questionnaire shows. Fixed with the version. */
export interface Counting {
  /** Names of questions with a single choice of which each choice is counted, as the points of scores are. */
  readonly keyQuestions?: readonly string[] | undefined;
  /** Who finishes in less is flagged as too fast; left out: nobody is, as a survey of one question takes one tap. */
  readonly leastSeconds?: number | undefined;
  /** Whoever begins sooner after the person before at the same device is flagged as a repeat; left out: nobody is, as people may queue. */
  readonly leastSecondsBetween?: number | undefined;
}
