import type { Attributes } from '../definition/index.ts';
import type { Findings } from './findings.ts';
import { isXmlName } from './rules/writtenForm.ts';
import type { Table } from './table.ts';

/** Prefixes that every XForm of pyxform declares, and those of XML itself. */
const DECLARED: ReadonlySet<string> = new Set([
  ...['h', 'ev', 'xsd', 'orx', 'jr', 'odk', 'entities', 'xml', 'xmlns'],
]);

const TAKEN_AS_IS: ReadonlySet<string> = new Set(['bind', 'control', 'instance', 'attribute']);

function whatIsWrong(name: string, namespaces: Attributes): string | undefined {
  if (!isXmlName(name))
    return `"${name}" cannot be the name of an XML attribute; begin with a letter, go on with letters, digits, - and _, without spaces.`;
  const [prefix = '', local] = name.split(':');
  if (local === undefined || DECLARED.has(prefix) || namespaces[prefix] !== undefined) return undefined;
  return `The prefix "${prefix}" is not declared; write ${prefix}="http://..." in the column "namespaces" of the settings.`;
}

/** Columns such as `bind::x` become attributes of the XForm: what XML cannot call so is refused where it is used first. */
export function checkAttributeNames(
  table: Table | undefined,
  namespaces: Attributes | undefined,
  findings: Findings,
): void {
  for (const { parts, key, header } of table?.columns ?? []) {
    const [group = '', name = ''] = parts;
    if (!TAKEN_AS_IS.has(group) || name === '') continue;
    const message = whatIsWrong(name, namespaces ?? {});
    if (table === undefined || message === undefined) continue;
    const row = table.rows.find(({ cells }) => cells.has(key));
    if (row === undefined) continue;
    findings.error({ sheet: table.sheet, row: row.number, column: header }, message);
  }
}
