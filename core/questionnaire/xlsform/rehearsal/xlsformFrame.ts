/** The tables that are written from the code. */
interface Tables {
  readonly types: string;
  readonly ourTypes: string;
  readonly columns: string;
  readonly functions: string;
  readonly notRun: string;
  readonly foreign: string;
  readonly rules: string;
}

const IN_AND_OUT = `# XLSForm

Written from the code by \`npx vitest run core/questionnaire/xlsform -u\`; change it there.

Earshot reads the spreadsheets that ODK, KoboToolbox and SurveyCTO are fed with, in the browser, on the server and on the command line,
without Python; runs them; and writes them again. Behaviour follows pyxform 4.5, the converter of the standard, where documents disagree.

\`\`\`
npx earshot check visit.xlsx                    # errors, warnings and what is unsupported, by sheet, row and column
npx earshot simulate visit.xlsx --answers a.json # run it without a screen; media and lists beside it
npx earshot convert visit.xlsx -o visit.json     # .xlsx, .json and .xml, each into each
\`\`\`

## What is read

.xlsx, .xlsm, .xls, .csv (a sheet after the other, its name in the first column) and Markdown tables; .xml (ODK XForms) and .json
(definitions). Sheets and headers in any capitals; single or double colons; several languages with media columns; lists in attached
.csv, .xml and .geojson files; \`external_choices\`, \`osm\` and \`entities\` sheets. Non-breaking spaces become spaces, bent quotation marks
straight ones, dates and whole numbers what people see in the cell. Everything wrong with a form is told at once, with the cell and what
to do; a form with errors is not used. What a form asks for and does not get is told as *unsupported*, whichever file it comes in: the form
runs, but not wholly as written. So are attributes and settings that are only kept for other tools, and what an XForm holds that is not
understood.
Columns are read up to XFD, as far as spreadsheets have any; a sheet of more than 3,000,000 cells or 100,000 rows is refused by its name.
Rows behind 60 empty ones and columns behind 20 empty ones are not read, as in pyxform, and that is told. A list that does not lie beside
its form is warned of.

## What is written

The same definition comes back from what is written. This is made sure of at each export: what was written is read again and
compared, and nothing is left when it differs. All cells are texts, so that no program makes dates of them. Texts that readers of spreadsheets would
change (bent quotation marks, spaces at the ends, non-breaking spaces) stand in the column \`earshot_more\` beside the cell as well: it
says which column it means, how its cell is read and how it is meant, and it counts only as long as the cell is read so. Whoever edits the
cell wins. Columns that begin with \`earshot_\` are ours; other tools pass them over.

| column                           | says                                                                                     |
| -------------------------------- | ---------------------------------------------------------------------------------------- |
| \`earshot_warning\`                | what should hold of the answer; with \`earshot_warning_message\` by language                |
| \`earshot_special_answers\`        | \`dont_know\`, \`refused\`                                                                    |
| \`earshot_fixed\`                  | \`yes\`: people neither add nor remove instances of the repeat                              |
| \`earshot_start_instances\`        | how many instances the repeat begins with                                                |
| \`earshot_exclusive\` (choices)    | \`yes\`: chosen alone                                                                       |
| \`earshot_more\`                   | what no cell can say                                                                     |

XForm XML is shaped after pyxform's, not equal to it in all: model, primary instance with templates of repeats, secondary instances, itext, binds, actions, body.
Types of ours become the nearest type there too, and what XForms have no word for stands in attributes of a namespace of ours
(\`urn:earshot:xforms\`). Lists of select_one_external go into a file that ends in \`.itemsets.csv\`, to be called \`itemsets.csv\`, as ODK Collect wants them.`;

const DIFFERENT = `## What differs from pyxform and ODK, and why

- **Expressions are read.** pyxform passes them on unread, and ODK Validate or the phone finds what is wrong. Here a form whose expression
  nobody can read, or that calls a function with too few arguments, is refused with the place in the expression.
- **Circles are refused**: a question whose calculation or relevance depends on itself, over however many others.
- **A text without a language is in the default language** that the settings name. pyxform counts it as one more language, \`default\`,
  and warns of what is missing in it.
- **Codes of languages have no capitals that matter** (BCP 47): \`English (EN)\` is English.
- **\`search()\` appearances** do not search in an attached file; all rows of the list are offered, and that is told.
- **Entities** are read, checked, kept and exported, and the XML of a response says which it makes or changes; this server makes none of them yet.
- **Encryption** (\`public_key\`) and **\`submission_url\`** are kept and exported, and told to be without effect here.
- **Other apps of the device** (\`ex:\`, \`intent\`) are not opened; the question is asked as usual.
- **The name of the root** is \`data\`, or what the setting \`name\` says; pyxform's callers may pass another.
- **A default that is no answer of its type** (a word for a number, a choice that is not in the list) is left out, and that is told;
  ODK would begin with it.
- **Range** begins at 1, ends at 10, by steps of 1 where it says nothing, as pyxform's code has it and xlsform.org has not.
- **\`flat\`** takes groups out of the data; rules that hang on them are kept by their questions.`;

const KOBO = `## KoboToolbox and SurveyCTO

- KoboToolbox's \`begin_score\`, \`begin_rank\` and \`begin_kobomatrix\`, with \`kobo--score-choices\`, \`kobo--rank-items\`,
  \`kobo--rank-constraint-message\` and \`kobo--matrix_list\`, become the groups and questions that KoboToolbox itself makes of them;
  they are exported as these. Other \`kobo--\` columns are kept word for word.
- SurveyCTO's \`minimum_seconds\` is kept; \`disabled\` rows are passed over, with a warning; a filter by \`label::language\` filters by the
  label that is shown. Its types:`;

/** The page with its tables. */
export const frame = (tables: Tables): string => `${IN_AND_OUT}

## Types

More about each: [question types](question-types.md). Groups and repeats begin with \`begin_group\`, \`begin_repeat\` (also
\`begin group\`, \`begin lgroup\`, \`begin looped group\`) and end with \`end_group\`, \`end_repeat\`; \`begin loop over LIST\` makes a group of
each choice. Selects take \`or_other\`, lists, \`\${question}\` of a repeat, and attached files. Grid widths \`w1\` to \`w10\` may stand in any
appearance; a \`*\` stands for any ending. Groups know \`field-list\` and \`table-list\`.

${tables.types}

## Our own types, and what they are elsewhere

${tables.ourTypes}

## What is known and not run

Each of these is told where a form asks for it, and so are pictures, sounds and videos of labels, and attributes and settings that nothing
here reads.

${tables.notRun}

## Columns

Further columns of the survey are kept word for word; further columns of choices are columns of the list, for filters and maps.

${tables.columns}

## Functions

${tables.functions}

What they do: [expressions](expressions.md).

${KOBO}

${tables.foreign}

${DIFFERENT}

## What pyxform asks of a workbook

Every exported workbook is held to these rules (\`core/questionnaire/xlsform/rules\`); what breaks one that pyxform refuses is told.

${tables.rules}
`;
