/** Where ODK Web Forms' engine ends up with another submission: a piece of the form's id or of the difference, and who is right. */
const LISTED: readonly (readonly [form: RegExp, difference: RegExp, reason: string])[] = [
  [
    /./,
    /Invalid URL/,
    'The engine loads no form whose submission address is not absolute; pyxform writes it as it is, too.',
  ],
  [
    /./,
    /Unexpected body element/,
    'The engine loads no form with a group in which nothing stands; pyxform writes the same, and JavaRosa runs it.',
  ],
  [
    /./,
    /'enclosed-area' is not defined/,
    'The engine does not know enclosed-area(), an older name of area() that JavaRosa knows.',
  ],
  [
    /./,
    /target a repeated field/,
    'The engine cannot set a value in a repeat from outside of it; pyxform writes the same.',
  ],
  [
    /inverted_range|range_spec_patterns/,
    /ours 3, the engine's $/,
    'The engine takes no value of a range whose start is above its end; JavaRosa does.',
  ],
  [
    /randomize/i,
    /ours (\S+) (\S+), the engine's \2 \1$/,
    'The engine puts chosen names into the order they were shown in; which that is, chance decides.',
  ],
  [/dynamic_default/, /\d\.\d{6,}|\/q2/, 'The value is a random number.'],
  [
    /xl_date_ambiguous/,
    /\/names/,
    'The filter reads the column label, which XForms of several languages do not have; we know it in the language that is shown.',
  ],
  [
    /test_indexed_repeat_relative_path/,
    /c1\[1\]: ours , /,
    'The engine takes the paths of indexed-repeat() from the first instance of the repeats around it; JavaRosa from the own one. pyxform writes the same.',
  ],
  [
    /or_other\.xlsx/,
    /fav_pastel/,
    'Two paths that lead nowhere are compared: two blanks for JavaRosa, as here; unequal for the engine, as in XPath.',
  ],
  [
    /nested_repeat_has_relative_reference/,
    /ours 0/,
    'A sum over blanks is 0 in JavaRosa, as here; the engine leaves it out of instances that are added.',
  ],
  [
    /not_in_predicate_not_using_current/,
    /item5/,
    'The list lies in a file that is not there; the engine goes on with an empty one, we say that it is missing.',
  ],
  [
    /sms_tag|custom_namespace/,
    /./,
    'The engine leaves declarations of namespaces out of its submission, which is no XML with namespaces then.',
  ],
  [
    /no_meta/,
    /\/meta/,
    'The engine gives every submission a meta block, also where the settings leave it out.',
  ],
  [
    /select_one_choices_test/,
    /\/indicators/,
    'The engine leaves a calculation out that all it needs is known for; JavaRosa, in the recorded runs of this form, agrees with us.',
  ],
];

export const engineReason = (id: string, difference: string): string | undefined =>
  LISTED.find(([form, what]) => form.test(id) && what.test(difference))?.[2];
