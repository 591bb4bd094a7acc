type Reasons = readonly (readonly [reason: string, ids: string])[];

/** Recordings that nothing can be compared with: what it takes was not recorded, or no client could have done what they do. */
const INCOMPARABLE: Reasons = [
  [
    'the form that was recorded is no XML: a bare < stands in an attribute',
    `jr-2 jr-197 jr-215 jr-217 jr-221`,
  ],
  [
    'the file that the form attaches was not recorded',
    `jr-18 jr-29 jr-110 jr-113 jr-120 jr-283 jr-284 wf-21184-13 wf-21195-11 wf-21195-15 wf-21195-16 wf-21195-17
     wf-21195-18 wf-21195-19 wf-21195-20 wf-21195-21 wf-21195-22 wf-21195-23 wf-21195-24 wf-21195-25
     wf-21611-0 wf-21611-1 wf-21674-0 wf-21674-2 wf-21674-5`,
  ],
  [
    'the recording had a device of its own: places (jr: the text that none is there), name and address of whoever holds it',
    `jr-87 jr-88 wf-21542-3 wf-21542-4 wf-21542-5 wf-21542-6 wf-21403-8`,
  ],
  ['the calculated values are random numbers, which were not recorded as volatile', `jr-141 wf-21126-14`],
  ['the test brings a function of its own, which was not recorded', `jr-166`],
  [
    'between two looks at the node the test sets it, or tries to, by a step that was not recorded',
    `wf-21137-36 wf-21137-42 wf-21137-43 wf-21137-52 wf-21320-7`,
  ],
  [
    'the test hands over what no client can give and every client refuses: a word or a fraction for an int, a year that is not offered',
    `jr-62 jr-72 jr-86 jr-289`,
  ],
  [
    'the test clears a required question with an empty text; clients give no answer then, which JavaRosa refuses as we do',
    `jr-158 jr-159 jr-163`,
  ],
  [
    'the test gives a place as a text of two numbers; clients always write four, by which the random order differs',
    `jr-246`,
  ],
];

/** Runs that we knowingly take otherwise, each with the reason. */
const LISTED: Reasons = [
  [
    'times keep the zone they were given in, as the specification has it; JavaRosa moves them to its own',
    `jr-54 jr-55`,
  ],
  [
    'attributes have no values of their own, but those of entities: by ODK’s specification paths reach elements only; both engines go beyond it',
    `jr-58 jr-67 jr-203 wf-21471-0 wf-21471-1 wf-21471-3`,
  ],
  [
    'an element that stands in the form several times without being a repeat is one to us, as it is to the specification',
    `jr-147`,
  ],
  [
    'JavaRosa keeps the old language in calculations until something changes; we follow the language',
    `jr-186`,
  ],
  [
    'JavaRosa turns the date that if() gives into a moment, and lets tests answer notes (jr-288); a date stays a date, and a note is only read',
    `jr-287 jr-288
     getodk+web-forms/packages_common_src_fixtures_preview-service_xlsforms_whova_form.xlsx-1`,
  ],
  [
    'an element of the meta block that nothing ever fills (instanceName) is no part of a definition, nor of the submission; JavaRosa keeps it blank',
    `jr-22`,
  ],
  [
    'Web Forms makes at once what a count of its own instances asks for; as in JavaRosa we make one when someone steps to it',
    `wf-21126-32 wf-21126-35`,
  ],
  [
    'a fixed repeat of which the form has nothing but a template: Web Forms makes an instance; a template is no instance, says the specification',
    `wf-21126-62`,
  ],
  [
    'a place that is given without altitude or accuracy: the specification wants four numbers and so we write four; Web Forms leaves some out',
    `wf-21137-67 wf-21137-69`,
  ],
  [
    'while its index is blank, indexed-repeat() is the first instance for JavaRosa (jr-253) and so for us; nothing for Web Forms',
    `wf-21219-9`,
  ],
  [
    'Web Forms composes combining characters; we keep what was typed, as JavaRosa does',
    `wf-21298-14 wf-21298-15`,
  ],
  [
    'a setvalue whose target is not relevant: JavaRosa’s SetValueAction sets it and so do we; Web Forms does not',
    `wf-21309-16 wf-21309-24`,
  ],
  [
    'Web Forms shows the short form of a text behind the long one ("Patient IDID"); a label is one text',
    `wf-21356-4`,
  ],
  [
    'Web Forms rounds distances to centimetres and takes another radius for areas; we compute as JavaRosa',
    `wf-21436-0 wf-21436-1 wf-21436-4 wf-21436-5 wf-21460-0 wf-21460-1 wf-21460-2`,
  ],
  [
    'Web Forms brings back what it had taken out of an answer when its filter offers it again; to JavaRosa and us it is gone',
    `wf-21564-2`,
  ],
  [
    'a value set at loading gives way to the calculation of the same node, which says what it is at all times; Web Forms keeps it',
    `wf-21730-4`,
  ],
  [
    'JavaRosa makes counted instances when someone steps to them, we make them at once; this run was cut short before',
    `XLSForm+pyxform/tests_bug_example_xls_UCL_Biomass_Plot_Form.xlsx-1`,
  ],
  [
    'JavaRosa shows "[itext:]" where there is no text of that id; we show nothing',
    `getodk+web-forms/packages_common_src_fixtures_preview-service_xlsforms_socio-economic-survey-v20240515.xlsx-1
     getodk+web-forms/packages_common_src_fixtures_preview-service_xlsforms_socio-economic-survey-v20240515.xlsx-2`,
  ],
  [
    'JavaRosa lets a missing column equal blank; by XPath it equals nothing',
    `onaio+onadata/onadata_apps_main_tests_fixtures_transportation_tutorial_.xlsx-2`,
  ],
  [
    'JavaRosa keeps an answer typed over a calculation that comes to NaN; we calculate when the interview ends',
    `onaio+onadata/hist_onadata_apps_logger_tests_fixtures_infinity.xls-2`,
  ],
];

/** The same for what differs only when the run starts from the workbook. */
const LISTED_FROM_WORKBOOK: Reasons = [
  [
    'a date in the cell of a default is a date; pyxform adds a time to it, and JavaRosa can not read that as a date',
    `XLSForm+pyxform/tests_bug_example_xls_xl_date_ambiguous_v1.xlsx-1 XLSForm+pyxform/tests_bug_example_xls_xl_date_ambiguous_v1.xlsx-2`,
  ],
  [
    'a date in the cell of a label is shown as the day it is; pyxform adds 00:00:00 to it',
    `XLSForm+pyxform/tests_example_xls_repeat_date_test.xls-1 XLSForm+pyxform/tests_example_xls_repeat_date_test.xls-2`,
  ],
];

const byId = (listed: Reasons): ReadonlyMap<string, string> =>
  new Map(listed.flatMap(([reason, ids]) => ids.split(/\s+/).map((id) => [id, reason] as const)));
const always = byId(LISTED);
const workbookOnly = byId(LISTED_FROM_WORKBOOK);
const incomparable = byId(INCOMPARABLE);

export function reasonFor(id: string, fromWorkbook: boolean): string | undefined {
  const short = id.replace(/^real-/, '');
  return always.get(short) ?? (fromWorkbook ? workbookOnly.get(short) : undefined);
}

export const whyIncomparable = (id: string): string | undefined => incomparable.get(id);
