import type { Definition } from '../../../core/questionnaire/index.ts';
import { readXlsForm } from '../../../core/questionnaire/xlsform/index.ts';
import { readMarkdown } from '../../../formats/workbook/markdownWorkbook.ts';
import { loadXForm } from '../../../formats/xform/loadXForm.ts';

export const definitionOf = (markdown: string): Definition => {
  const { definition, findings } = readXlsForm(readMarkdown(markdown), { fileName: 'data.md' });
  if (definition === null) throw new Error(JSON.stringify(findings));
  return definition;
};

/** What another tool's reader has of the form: nothing in attributes of ours. */
export const foreign = (xml: string): string => xml.replace(/ earshot:more="[^"]*"/g, '');

/** The definition and what was found on the way. */
export const readForm = (xml: string) => {
  const loaded = loadXForm(xml);
  if (!loaded.ok) throw new Error(loaded.error);
  return loaded.value;
};

export const read = (xml: string): Definition => readForm(xml).definition;
