/** Runs that we knowingly take otherwise, each with the reason; by id or by the name of the test that was recorded. */
const LISTED: readonly (readonly [reason: string, runs: RegExp])[] = [
  [
    'JavaRosa takes any text for select_one_external; we take the choices of itemsets.csv, which the run does not use',
    /case_insensitivity\.xlsx?-[12]$|case_insensitivity\.xls-2|choice_name_as_type\.xls-1/,
  ],
  [
    'JavaRosa makes counted instances when someone steps to them, we make them at once; this run was cut short before',
    /UCL_Biomass_Plot_Form\.xlsx-1/,
  ],
  ['JavaRosa shows "[itext:]" where there is no text of that id; we show nothing', /socio-economic-survey/],
  [
    'JavaRosa turns the date that if() gives into a moment; we keep the date',
    /whova_form\.xlsx-1|WhoVATest|WHO VA fixture/,
  ],
  [
    'JavaRosa lets a missing column equal blank; by XPath it equals nothing',
    /transportation_tutorial_\.xlsx-2/,
  ],
  [
    'JavaRosa keeps an answer typed over a calculation that comes to NaN; we calculate when the interview ends',
    /infinity\.xls-2/,
  ],
  [
    'the count depends on the instances it makes: JavaRosa adds one when someone steps behind the last',
    /indefiniteRepeatJrCountExpression|jr-289$|ChildVaccinationTest/,
  ],
  ['no well-formed XML: < inside an attribute', /jr-(2|197|215|217|221)$/],
  [
    'begins from a submission; our interviews go on from drafts of our own',
    /restor|editing|deserializ|\bedits?\b/i,
  ],
  [
    'the attached file was not recorded',
    /External|external|SelectChoiceTest|SelectChoice|getChild|CSV|InstancePlugin|SameRefDifferent|pulldata/,
  ],
  [
    'the data of the interview are elements; attributes are written, but have no values of their own',
    /OfAttribute|Attributes|Bind attributes/,
  ],
  ['places are the device’s to tell; the recording had a device of its own', /SetGeopoint|setgeopoint/],
  ['functions that the test brings itself', /canAddFunctionHandlers/],
  ['signatures are checked on the server and the command line only', /ExtractSigned/],
  [
    'a value for new instances and one for those of the form: a definition says what all instances begin with',
    /setvalueAtRoot|setvalue.? at root|`setvalue` at root|allows multiple `setvalue`|does not update on repeat add|InstanceLoadEvents|instanceLoadEvent|instance load events|OdkNewRepeat|XFormParserTest/,
  ],
  [
    'an answer of another type is refused; JavaRosa takes what the test hands it',
    /setvalueInGroup_setsValueOutsideOfGroup|setvalueOutsideGroup_setsValueInGroup|setOtherThanInteger/,
  ],
  [
    'times keep the zone they were given in, as the specification has it; JavaRosa moves them to its own',
    /DateTimeTest|seedFromArbitraryInput/,
  ],
  [
    'a blank answer to a required question is refused at once; JavaRosa refuses it when the screen is left',
    /clearingValueAtLevel/,
  ],
  [
    'answers that their filter no longer offers are taken out when the screen is left, and everything that was chosen by then',
    /ChoiceFilterTest|Rank > should order/,
  ],
  [
    'truth of a question of type boolean: we ask whether it is answered',
    /inherited_from_ancestors|inherited from ancestors|always_null_regardless|constraint_violations_and_form_finalization|ancestors/,
  ],
  [
    'chance: the recorded values are those of another random number',
    /evaluatesNoTriggersInInstances|jr:preload|preloader_preloads|Value evaluation order/,
  ],
  [
    'an element that stands in the form several times without being a repeat',
    /non_relevant_nodes_are_excluded/,
  ],
  [
    'JavaRosa keeps the old language in calculations until something changes; we follow the language',
    /choiceNameCall_respectsLanguage|choice name call/,
  ],
  ['an attribute or element of the test itself', /preloader_doesNotpreload/],
  [
    'ODK Web Forms rounds places to centimetres and computes areas on a sphere; we follow JavaRosa',
    /GeoAreaTest|GeoDistanceTest/,
  ],
  ['Web Forms composes combining characters; we keep what was typed', /unicode/],
  [
    'hand-written test of how a client works, which no interview does',
    /client reactivity|bigint|out of bounds|GeopointValue object|temporarily include/,
  ],
  ['model-only nodes keep the text of the form, whatever its type', /model-only values/],
  [
    'what is not relevant is set all the same, as in JavaRosa',
    /only once target is relevant|does not update after/,
  ],
  [
    'counted instances take their first values from the template; those in the form behind the first are not used',
    /form-defined repeat instance defaults|create a repeat instance for a template/,
  ],
  [
    'JavaRosa’s own limits, which Web Forms reproduces or not; we evaluate every instance',
    /DAG limitations|multiple dependencies|explicit repeat position predicate|indexed value in a single repeat/,
  ],
  ['goes round in a circle; we refuse it before it runs', /wf-21100-(2|3|9)$/],
];

export const reasonFor = (id: string, test: string): string | undefined =>
  LISTED.find(([, runs]) => runs.test(id) || runs.test(test))?.[0];
