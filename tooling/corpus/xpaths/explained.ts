/** Where our XForm is not as pyxform's tests expect it: a piece of the test's id, and who is right. */
const EXPLAINED: readonly (readonly [test: RegExp, reason: string])[] = [
  [
    /test_static_default_in_repeat|test_dynamic_default_xform_structure/,
    'We are right: words are no answer to a question for a number or a date, so such a default is left out, and that is told.',
  ],
  [
    /test_external_instance_pulldata|test_external_instances_multiple_diff_pulldatas/,
    'We are right: a question whose relevance reads the question itself is refused; JavaRosa refuses the XForm of it.',
  ],
  [
    /test_loop__groups_error/,
    'We are right: %(label)s is replaced in the groups of a loop, too; the test is there to say that pyxform does not.',
  ],
  [
    /test_instance_expression__permutations/,
    'We are right: "<>" is no operator of XPath, so the text stands as it is; pyxform writes &amp;lt;&amp;gt;, which nothing can read.',
  ],
  [
    /one_lang_overlap__warn__no_default|issue_157__warn__no_default/,
    'We are right: media without a language stand beside the only texts there are; pyxform makes a language of their own for them, whose texts are dashes.',
  ],
];

export const reasonFor = (test: string): string | undefined =>
  EXPLAINED.find(([piece]) => piece.test(test))?.[1];
