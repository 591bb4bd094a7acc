const UNREADABLE =
  'We are right: the expression cannot be read by anything that runs forms; pyxform passes expressions on unread, and ODK Validate then refuses them.';
const CAPITALS =
  'We are right: codes of languages have no capitals that matter (BCP 47), so "EN" is English.';

/** Where we differ from pyxform, by a piece of the form's id; who is right and why. */
export const EXPLAINED: readonly (readonly [id: string, reason: string])[] = [
  ['tests_bug_example_xls_bad_calc.xlsx', UNREADABLE],
  ['transportation_error_test_form.xlsx', UNREADABLE],
  ['test_external_instances_multiple_diff_pulldatas', UNREADABLE],
  ['test_validate_unicode_exception', UNREADABLE],
  ['test_validate_with_more_unicode', UNREADABLE],
  [
    'ExternalInstanceTests.test_external_instance_pulldata',
    'We are right: whether the question is asked depends on its own answer; no value settles it, and pyxform does not look for circles.',
  ],
  [
    'ifrc-distribution-site-assessment-v1.xlsx',
    'We can run what pyxform cannot: the workbook opens, pyxform did not know its kind.',
  ],
  [
    'image-description_translated.xlsx',
    'We can run what pyxform cannot: it crashes (AttributeError), which is no judgement of the form.',
  ],
  [
    'invalid_list_reuse_by_non_search_question',
    'We can run it: search() is reported as unsupported, so the list is an ordinary one for both questions.',
  ],
  [
    'test_name__from_file__invalid_characters',
    "Nothing to refuse: pyxform's caller passes a name for the root; here the root is `data` unless the settings name it.",
  ],
  ['subdistrict_profiling_tool.xlsx', CAPITALS],
];
