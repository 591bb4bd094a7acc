import { attributeIn, tagsOf } from './xmlPieces.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the part that holds its rows; undefined for charts and the like. */
  readonly part: string | undefined;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** Where a part's relations lead: absolute names inside the package. */
function relationsOf(xml: string, folder: string): readonly Relation[] {
  return tagsOf(xml, 'Relationship').map((tag) => ({
    id: attributeIn(tag, 'Id') ?? '',
    kind: (attributeIn(tag, 'Type') ?? '').replace(/^.*\//, ''),
    target: resolve(folder, attributeIn(tag, 'Target') ?? ''),
  }));
}

function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

const folderOf = (part: string): string => part.replace(/[^/]*$/, '');

/** The part that is the workbook itself, by the relations of the package. */
export const workbookPart = (relations: string): string | undefined =>
  relationsOf(relations, '').find(({ kind }) => kind === 'officeDocument')?.target;

export const relationsPartOf = (part: string): string =>
  part.replace(/([^/]*)$/, (_, name: string) => `_rels/${name}.rels`);

/** What a workbook is made of. */
export function workbookParts(part: string, workbook: string, relations: string): WorkbookParts {
  const related = relationsOf(relations, folderOf(part));
  const named = (kind: string): string | undefined =>
    related.find((relation) => relation.kind === kind)?.target;
  const [, sheets = ''] = /<(?:\w+:)?sheets(?=[\s>])[^>]*>(.*?)<\/(?:\w+:)?sheets>/s.exec(workbook) ?? [];
  const [properties = ''] = tagsOf(workbook, 'workbookPr');
  return {
    sheets: tagsOf(sheets, 'sheet').map((tag) => {
      const id = /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1];
      const target = related.find((relation) => relation.id === id);
      return {
        name: attributeIn(tag, 'name') ?? '',
        hidden: /hidden/i.test(attributeIn(tag, 'state') ?? ''),
        part: target?.kind === 'worksheet' ? target.target : undefined,
      };
    }),
    date1904: /^(1|true|on)$/.test(attributeIn(properties, 'date1904') ?? ''),
    sharedStrings: named('sharedStrings'),
    styles: named('styles'),
  };
}
