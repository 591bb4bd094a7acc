/** Cases we knowingly answer otherwise than recorded, each with the reason. A listed case that agrees after all is reported. */
export const LISTED: ReadonlyMap<string, string> = new Map([
  ...because(
    'recorded with a document that does not hold the nodes it speaks of (a = 1, b = 2 and others were in another one)',
    [
      'x03043 x03044 x03050 x03051 x03052 x03053 x03054 x03055 x03056 x03059 x03060 x03061 x03062 x03063',
      'x03934 x03935 x03940 x04135',
    ],
  ),
  ...because(
    'JavaRosa refuses paths that XPath and the other engines allow: brackets before a predicate or a step',
    ['x00093 x00094'],
  ),
  ...because(
    'halves away from zero, as Web Forms and Enketo round; JavaRosa takes them upwards (so does our interview)',
    ['x00191 x00194'],
  ),
  ...because('JavaRosa throws on blank coordinates; as in Web Forms, nothing lies inside a blank fence', [
    'x00222 x00223',
  ]),
  ...because(
    'JavaRosa throws on what is no date; as in Web Forms and Enketo, the result shows "Invalid Date" and is NaN, or blank',
    ['x00391 x00392 x00400'],
  ),
  ...because(
    'date() keeps the time of day of a number, as Web Forms and Enketo do; JavaRosa drops it (so does our interview)',
    ['x00394'],
  ),
  ...because("a text of JavaScript's own making (Date.toString) is no date or dateTime of ODK XForms", [
    'x02683 x03869 x03870',
  ]),
  ...because('XPath numbers in texts have no exponent; JavaRosa agrees (x00267)', ['x02816 x03953']),
  ...because('texts are compared as texts, as Web Forms does (x02095); wrap them in date() to compare days', [
    'x03815',
  ]),
  ...because(
    'Web Forms gives 0 for the area of fewer than three places (x02399 to x02401); Enketo gives NaN',
    ['x03899 x03901 x03903'],
  ),
]);

function because(reason: string, lines: readonly string[]): (readonly [id: string, reason: string])[] {
  return lines.flatMap((line) => line.split(' ')).map((id) => [id, reason] as const);
}

/** Where the engines differ: whom we follow, and why. */
export const CONFLICTS: readonly (readonly [what: string, whom: string])[] = [
  [
    'jr:itext() in different languages',
    'Web Forms: the current language, else the default one, else the first; the text is a string, not a node-set',
  ],
  ['a date text = a dateTime text', 'Web Forms (x02095): two texts compare as texts; Enketo compares days'],
];
