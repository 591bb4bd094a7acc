import type { EntityDeclaration } from '../../definition/index.ts';
import { compact } from '../compact.ts';
import { attributeOf } from '../namespaces.ts';
import { expressionOf } from './expressions.ts';
import type { FormReading } from './formReading.ts';

/** What responses become in Central's entity lists, from the meta blocks. */
export function readEntities(reading: FormReading): readonly EntityDeclaration[] {
  const found: EntityDeclaration[] = [];
  for (const [path, node] of reading.nodes) {
    if (node.name !== 'entity' || node.parent?.name !== 'meta') continue;
    const list = attributeOf(node.model, 'dataset');
    if (list === undefined) continue;
    const calculated = (part: string): string | undefined =>
      expressionOf(reading, reading.bindOf(`${path}/${part}`)['calculate'], `${path}/${part}`);
    const [, repeat] = /([^/]+)\/meta\/entity$/.exec(path) ?? [];
    found.push(
      compact<EntityDeclaration>({
        list,
        label: calculated('label'),
        entityId: calculated('@id'),
        createIf: calculated('@create'),
        updateIf: calculated('@update'),
        repeat: node.parent.parent?.parent === null ? undefined : repeat,
      }),
    );
  }
  return found;
}
