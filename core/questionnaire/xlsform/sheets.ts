import { suggestion } from '../definition/nearestName.ts';
import type { Findings } from './findings.ts';
import type { Sheet, Workbook } from './workbook.ts';

export type SheetName = 'survey' | 'choices' | 'settings' | 'external_choices' | 'osm' | 'entities';

const NAMES: ReadonlySet<string> = new Set([
  'survey',
  'choices',
  'settings',
  'external_choices',
  'osm',
  'entities',
]);

/** The sheets of a form by their names, whatever their capitals. Other sheets are the author's own. */
export class Sheets {
  private readonly byName = new Map<string, Sheet>();
  private readonly others: string[] = [];

  constructor(workbook: Workbook, findings: Findings) {
    for (const sheet of workbook.sheets) {
      const name = sheet.name.trim().toLowerCase();
      if (!NAMES.has(name)) this.others.push(sheet.name);
      else if (this.byName.has(name))
        findings.error({ sheet: sheet.name, row: 0 }, `There are two sheets called "${name}"; rename one.`);
      else this.byName.set(name, sheet);
    }
  }

  get(name: SheetName): Sheet | undefined {
    const sheet = this.byName.get(name);
    return sheet === undefined || sheet.rows.every((row) => row.every((cell) => cell.trim() === ''))
      ? undefined
      : sheet;
  }

  /** Whether a sheet (by the name it has) is read at all; the whole workbook, '', is. */
  isOfForm(name: string): boolean {
    return name === '' || NAMES.has(name.trim().toLowerCase());
  }

  /** ` Did you mean "choice"?` when sheets have nearly the name looked for; `_` before a name says that it is meant so. */
  near(wanted: string): string {
    let left = this.others.filter((name) => !name.startsWith('_'));
    let said = '';
    for (
      let more = suggestion(wanted, left);
      more !== '' && said.length < 200;
      more = suggestion(wanted, left)
    ) {
      said += more;
      left = left.filter((name) => !more.includes(`"${name}"`));
    }
    return said;
  }

  warnOfNear(wanted: SheetName, findings: Findings): void {
    const near = this.byName.has(wanted) ? '' : this.near(wanted);
    if (near === '') return;
    const message = `There is no sheet "${wanted}".${near} If not, write _ before its name.`;
    findings.warn({ sheet: '', row: 0 }, message);
  }
}
