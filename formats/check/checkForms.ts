import type { Definition } from '../../core/questionnaire/index.ts';
import { checkDefinition } from '../../core/questionnaire/index.ts';
import type { Finding, Sheet } from '../../core/questionnaire/xlsform/index.ts';
import { endingOf } from '../fileName.ts';
import { readFormAndSheets } from '../readFormContent.ts';
import { carryLists } from './carryLists.ts';
import { textOf, type FormFile } from './formFile.ts';
import { mediaFiles } from './mediaFiles.ts';
import { missingFinding } from './missingFinding.ts';
import { placeFindings, type PlacedFinding } from './placeFindings.ts';
import { sortFiles } from './sortFiles.ts';

/** All that is to be said of one form: what it is, and what its author should mend. */
export interface CheckedForm {
  readonly file: string;
  /** Null where there are errors. */
  readonly definition: Definition | null;
  readonly questions: number;
  /** Errors first. At most `MOST_FINDINGS`; `counts` has them all. */
  readonly findings: readonly PlacedFinding[];
  readonly counts: Readonly<Record<Finding['severity'], number>>;
  /** Names of the files beside it that went into the definition. */
  readonly carried: readonly string[];
}

const MOST_FINDINGS = 200;
const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'unsupported'];

/** Checks the forms among the files, one after the other. `unclaimed` are files that none of them reads. */
export async function checkForms(
  files: readonly FormFile[],
  told: (form: CheckedForm) => void,
): Promise<{ readonly unclaimed: readonly string[] }> {
  const { forms, beside } = sortFiles(files);
  /** What a form with errors would read, nobody knows. */
  let unknown = false;
  const unclaimed = new Set(beside.map(({ name }) => name));
  for (const form of forms) {
    const checked = await checkForm(form, beside);
    if (checked.definition === null) unknown = true;
    else for (const name of [...checked.carried, ...mediaFiles(checked.definition)]) unclaimed.delete(name);
    told(checked);
  }
  return { unclaimed: unknown ? [] : [...unclaimed] };
}

async function checkForm(form: FormFile, beside: readonly FormFile[]): Promise<CheckedForm> {
  const isXForm = endingOf(form.name) === '.xml';
  const itemsets = beside.find(({ name }) => isXForm && /(?:^|\.)itemsets\.csv$/i.test(name));
  const { reading, sheets } = await readFormAndSheets(
    form.content,
    form.name,
    itemsets === undefined ? undefined : textOf(itemsets),
  );
  if (reading.definition === null) return report(form, null, reading.questions, reading.findings, sheets, []);
  const { definition, files, missing } = carryLists(reading.definition, beside);
  const findings = [
    ...reading.findings,
    ...missing.map((lacking) => missingFinding(lacking, sheets, 'error')),
  ];
  const sound = missing.length === 0 && (files.length === 0 || checkDefinition(definition).ok);
  const carried = itemsets === undefined ? files : [...files, itemsets.name];
  return report(form, sound ? definition : null, reading.questions, findings, sheets, carried);
}

function report(
  { name }: FormFile,
  definition: Definition | null,
  questions: number,
  findings: readonly Finding[],
  sheets: readonly Sheet[],
  carried: readonly string[],
): CheckedForm {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const ordered = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return {
    file: name,
    definition,
    questions,
    findings: placeFindings(ordered.slice(0, MOST_FINDINGS), sheets),
    counts: { error: count('error'), warning: count('warning'), unsupported: count('unsupported') },
    carried,
  };
}
