/** What a respondent may say instead of an answer; never the same as having said nothing. */
export type SpecialAnswer = 'dontKnow' | 'refused';

export interface Special {
  readonly special: SpecialAnswer;
}

/** WGS 84 degrees; altitude and accuracy in metres. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude: number;
  readonly accuracy: number;
}

/** Answers of a question with several parts: part name -> what was said of it. */
export type Parts = Readonly<Record<string, string>>;

/**
 * An answer in the shape that screens and exports work with. `null` is blank.
 * Dates and times stay ISO 8601 text, media are bare file names, an acknowledgement is 'OK'.
 */
export type AnswerValue =
  null | string | number | readonly string[] | GeoPoint | readonly GeoPoint[] | Parts | Special;
