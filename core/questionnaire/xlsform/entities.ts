import type { EntityDeclaration } from '../definition/index.ts';
import { compact } from './compact.ts';
import type { Findings } from './findings.ts';
import type { Origins } from './origins.ts';
import { onlyReference } from './references.ts';
import type { Table } from './table.ts';

/** Reads the `entities` sheet. */
export function readEntities(
  table: Table,
  origins: Origins,
  findings: Findings,
): readonly EntityDeclaration[] {
  for (const { known, header } of table.columns) {
    if (known) continue;
    const message =
      'There is no such column of entities; take list_name, label, entity_id, create_if, update_if or repeat.';
    findings.error({ sheet: table.sheet, row: 1, column: header }, message);
  }
  const declarations: EntityDeclaration[] = [];
  for (const { number, cells } of table.rows) {
    const list = cells.get('list_name');
    if (list === undefined) {
      const place = { sheet: table.sheet, row: number, column: 'list_name' };
      findings.error(place, 'The entity has no list; name the list that it goes to.');
      continue;
    }
    const repeat = cells.get('repeat');
    const declaration = compact<EntityDeclaration>({
      list,
      label: cells.get('label'),
      entityId: cells.get('entity_id'),
      createIf: cells.get('create_if'),
      updateIf: cells.get('update_if'),
      repeat: repeat === undefined ? undefined : (onlyReference(repeat) ?? repeat),
    });
    declarations.push(origins.keep(declaration, table, number));
  }
  return declarations;
}
