/**
 * What has been reached, by the line of a table and its column. Less is a step back, also where a list would explain it or where forms
 * are not compared any more. Raised whenever more is reached.
 */
const REACHED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  expressions: { agree: 3667 },
  workbooks: { accepted: 289, refused: 70, row: 31, warnings: 329, paths: 289 },
  "forms of pyxform's tests (Markdown)": { accepted: 926, refused: 384, row: 282, warnings: 68, paths: 926 },
  "what pyxform's tests expect": { forms: 586, expectations: 1907 },
  "workbooks and pyxform's XForms of them": { compared: 289, equal: 230 },
  "Markdown forms and pyxform's XForms of them": { compared: 926, equal: 803 },
  'xlsforms, the XForm': { agree: 553, nodesAgree: 1_995_218 },
  'xlsforms, the workbook': { agree: 549, nodesAgree: 1_995_199 },
  'JavaRosa scenarios': { agree: 236, nodesAgree: 201_944 },
  'Web Forms scenarios': { agree: 715, nodesAgree: 1732 },
  'workbooks -> xlsx -> same definition': { same: 291 },
  'workbooks -> xform -> same definition': { same: 291 },
  'Markdown forms -> xlsx -> same definition': { same: 927 },
  'Markdown forms -> xform -> same definition': { same: 928 },
  // One more where chance puts the choices of randomize.xlsx into the order that the engine has.
  'engine, workbooks': { same: 282 },
  'engine, every 4th Markdown form': { same: 225 },
};

/** Whether a line of a table is no lower than it was; says which column is, and by how much. */
export function keepsUp(line: string, figures: Readonly<Record<string, number>>): boolean {
  const floors = Object.entries(REACHED[line] ?? {});
  if (floors.length === 0) console.log(`FAIL no floor is known for "${line}"`);
  const below = floors.filter(([column, floor]) => (figures[column] ?? 0) < floor);
  for (const [column, floor] of below)
    console.log(`FAIL ${line}, ${column}: ${figures[column] ?? 0}, but ${floor} had been reached`);
  return floors.length > 0 && below.length === 0;
}
