/** Texts that questions need beside their own; whoever shows questions brings them in the language of the interface. */
export type QuestionWord =
  | `problem.${ProblemWord}`
  | `special.${'dontKnow' | 'refused'}`
  | `scale.${'nps' | 'ces' | 'csat'}.${'low' | 'high'}`
  | `thumbs.${'up' | 'down'}`
  | `pair.${'importance' | 'satisfaction'}`
  | `date.${'today' | 'now' | 'earlier' | 'later' | 'year' | 'month' | 'day' | 'hour' | 'minute' | 'choose'}`
  | `rank.${'how' | 'up' | 'down' | 'drop' | 'place'}`
  | `sum.${'left' | 'over' | 'done'}`
  | `place.${'find' | 'finding' | 'failed' | 'latitude' | 'longitude' | 'add' | 'drop' | 'points' | 'accuracy'}`
  | `capture.${'image' | 'audio' | 'video' | 'file' | 'signature'}`
  | `capture.${'goOn' | 'required' | 'busy' | 'failed'}`
  | `capture.${'takePhoto' | 'addFile' | 'another' | 'remove' | 'photoKept' | 'fileKept'}`
  | `capture.${'signHere' | 'signDone' | 'signAgain' | 'signed'}`
  | `barcode.${'scan' | 'stop' | 'failed' | 'camera'}`
  | `contact.${'ask' | 'yes' | 'no' | 'name' | 'email' | 'phone' | 'optional'}`
  | `repeat.${'another' | 'anotherOf' | 'first' | 'firstOf' | 'add' | 'addFirst' | 'goOn' | 'remove' | 'count'}`
  | 'warning'
  | 'keepAnswer'
  | 'more'
  | 'less'
  | 'deleteDigit'
  | 'clear'
  | 'keypad'
  | 'slide'
  | 'stars'
  | 'ofMost'
  | 'acknowledge'
  | 'choose'
  | 'search'
  | 'nothingFound'
  | 'narrow';

type ProblemWord =
  | 'required'
  | 'constraint'
  | 'malformed'
  | 'integer'
  | 'number'
  | 'tooLow'
  | 'tooHigh'
  | 'offStep'
  | 'incomplete'
  | 'rankAll'
  | 'rateAll'
  | 'contact'
  | 'wrongTotal'
  | 'tooFewPoints'
  | 'badEmail'
  | 'badPhone'
  | 'consentMissing'
  | 'tooManyChoices';

/** `count` chooses the plural form; every value can stand in the text. */
export interface QuestionSay {
  (key: QuestionWord, values?: Readonly<Record<string, string | number>>): string;
  /** BCP 47 code of the language that the texts are in. */
  readonly language: string;
}
