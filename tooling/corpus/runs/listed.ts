/** Runs that we knowingly take otherwise, each with the reason. */
const LISTED: readonly (readonly [reason: string, ids: string])[] = [
  ['no well-formed XML: < inside an attribute', `jr-2 jr-197 jr-215 jr-217 jr-221`],
  [
    'the attached file was not recorded',
    `jr-18 jr-110 jr-113 jr-120 jr-283 jr-284 wf-21184-13 wf-21195-11 wf-21195-15 wf-21195-16 wf-21195-17
     wf-21195-18 wf-21195-19 wf-21195-20 wf-21195-21 wf-21195-22 wf-21195-23 wf-21195-24 wf-21195-25
     wf-21674-0 wf-21674-2 wf-21674-5 jr-29 wf-21611-0 wf-21611-1`,
  ],
  [
    'a value for new instances and one for those of the form: a definition says what all instances begin with',
    `jr-61 jr-103 jr-109 wf-21309-8 wf-21309-9 wf-21309-10 wf-21309-17 wf-21309-30 wf-21530-3 wf-21530-4`,
  ],
  [
    'Web Forms makes at once what a count of its own instances asks for; as in JavaRosa we make one when someone steps to it',
    `wf-20575-1 wf-21126-32 wf-21126-35`,
  ],
  ['answers that are not among the choices are refused; JavaRosa takes what the test hands it', `jr-289`],
  [
    'begins from a submission; our interviews go on from drafts of our own',
    `wf-21173-1 wf-21173-5 wf-21173-7 wf-21173-9 wf-21173-11 wf-21173-13 wf-21173-18 wf-21173-20
     wf-21173-22 wf-21173-24 wf-21173-26 wf-21173-28 wf-21173-32 wf-21173-34 wf-21173-36 wf-21173-38
     wf-21173-40 wf-21173-44 wf-21173-46 wf-21173-48 wf-21173-50 wf-21173-52 wf-21173-57 wf-21173-59
     wf-21173-61 wf-21173-63 wf-21173-65 wf-21173-67 wf-21173-71 wf-21173-73 wf-21173-75 wf-21173-77
     wf-21287-0 wf-21287-1 wf-21287-4 wf-21287-5 wf-21287-30 wf-21287-34 wf-21309-22 wf-21320-11
     wf-21345-11 wf-21356-6 wf-21403-5 wf-21403-6 wf-21530-6 wf-21530-8 wf-21685-1 wf-21685-3 wf-21730-2`,
  ],
  [
    'answers that their filter no longer offers are taken out when the screen is left, and everything that was chosen by then',
    `jr-51 jr-157 wf-21184-20 wf-21184-33 wf-21564-2 wf-21184-28 wf-21184-30`,
  ],
  [
    'times keep the zone they were given in, as the specification has it; JavaRosa moves them to its own',
    `jr-54 jr-55`,
  ],
  ['an answer of another type is refused; JavaRosa takes what the test hands it', `jr-62 jr-72 jr-86`],
  [
    'the data of the interview are elements; attributes are written, but have no values of their own',
    `jr-67 jr-203 wf-21471-0 wf-21471-1 wf-21471-3 jr-58`,
  ],
  [
    'places are the device’s to tell; the recording had a device of its own',
    `jr-87 jr-88 wf-21542-3 wf-21542-4 wf-21542-5 wf-21542-6`,
  ],
  ['truth of a question of type boolean: we ask whether it is answered', `jr-124 jr-139 jr-140 jr-150`],
  [
    'chance: the recorded values are those of another random number',
    `jr-141 jr-204 wf-21126-14 wf-21403-0 wf-21730-1`,
  ],
  ['an element that stands in the form several times without being a repeat', `jr-147`],
  [
    'a blank answer to a required question is refused at once; JavaRosa refuses it when the screen is left',
    `jr-158 jr-159 jr-163`,
  ],
  ['functions that the test brings itself', `jr-166`],
  [
    'JavaRosa keeps the old language in calculations until something changes; we follow the language',
    `jr-186`,
  ],
  [
    'JavaRosa turns the date that if() gives into a moment; we keep the date',
    `jr-287 jr-288 wf-21067-0
     getodk+web-forms/packages_common_src_fixtures_preview-service_xlsforms_whova_form.xlsx-1`,
  ],
  ['goes round in a circle; we refuse it before it runs', `wf-21100-9`],
  [
    'JavaRosa’s own limits, which Web Forms reproduces or not; we evaluate every instance',
    `wf-21126-21 wf-21219-9`,
  ],
  [
    'counted instances take their first values from the template; those in the form behind the first are not used',
    `wf-21126-56 wf-21126-57 wf-21126-58 wf-21126-62`,
  ],
  ['model-only nodes keep the text of the form, whatever its type', `wf-21137-19 wf-21137-20 wf-21137-21`],
  [
    'hand-written test of how a client works, which no interview does',
    `wf-21137-36 wf-21137-42 wf-21137-43 wf-21137-52 wf-21137-67 wf-21137-69 wf-21298-20 wf-21298-21
     wf-21298-22 wf-21356-4 wf-21320-7`,
  ],
  ['Web Forms composes combining characters; we keep what was typed', `wf-21298-14 wf-21298-15`],
  ['what is not relevant is set all the same, as in JavaRosa', `wf-21309-16 wf-21309-24`],
  [
    'ODK Web Forms rounds places to centimetres and computes areas on a sphere; we follow JavaRosa',
    `wf-21436-0 wf-21436-1 wf-21436-4 wf-21436-5 wf-21460-0 wf-21460-1 wf-21460-2`,
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
  ['a node of the meta block that nothing fills is no part of a definition', `jr-22`],
  ['a value set when the form is loaded gives way to a calculation; Web Forms keeps it', `wf-21730-4`],
  ['the clock: the recorded values are those of another time', `wf-21403-2 wf-21403-4`],
  ['facts of the recording device, which were not recorded', `wf-21403-8`],
  ['a place has an altitude and an accuracy, by which the random order differs', `jr-246`],
];

/** The same for what differs only when the run starts from the workbook. */
const LISTED_FROM_WORKBOOK: typeof LISTED = [
  [
    'a date in the cell of a default is a date; pyxform adds a time to it, and JavaRosa can not read that as a date',
    `XLSForm+pyxform/tests_bug_example_xls_xl_date_ambiguous_v1.xlsx-1 XLSForm+pyxform/tests_bug_example_xls_xl_date_ambiguous_v1.xlsx-2`,
  ],
  [
    'a date in the cell of a label is shown as the day it is; pyxform adds 00:00:00 to it',
    `XLSForm+pyxform/tests_example_xls_repeat_date_test.xls-1 XLSForm+pyxform/tests_example_xls_repeat_date_test.xls-2`,
  ],
];

const byId = (listed: typeof LISTED): ReadonlyMap<string, string> =>
  new Map(listed.flatMap(([reason, ids]) => ids.split(/\s+/).map((id) => [id, reason] as const)));

const always = byId(LISTED);
const workbookOnly = byId(LISTED_FROM_WORKBOOK);

export function reasonFor(id: string, fromWorkbook: boolean): string | undefined {
  const short = id.replace(/^real-/, '');
  return always.get(short) ?? (fromWorkbook ? workbookOnly.get(short) : undefined);
}
