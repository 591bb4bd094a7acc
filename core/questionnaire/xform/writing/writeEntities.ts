import type { EntityDeclaration } from '../../definition/index.ts';
import { startTag } from '../xmlText.ts';
import type { FormWriting } from './formWriting.ts';
import type { OutlineNode } from './outline.ts';

/** Binds and actions for the attributes of each entity; its label is a node of its own. */
export function writeEntities(writing: FormWriting): string {
  const { entities = [] } = writing.definition;
  return writing.outline.all
    .filter(({ element, parent }) => element.name === 'entity' && parent?.element.name === 'meta')
    .map((node) => {
      const repeat = node.parent?.parent?.element.name;
      const entity = entities.find((each) => each.repeat === repeat);
      return entity === undefined ? '' : writeEntity(writing, node, entity);
    })
    .join('');
}

function writeEntity(
  writing: FormWriting,
  node: OutlineNode,
  { list, entityId, createIf, updateIf }: EntityDeclaration,
): string {
  const bind = (attribute: string, calculate: string | undefined): string =>
    startTag(
      'bind',
      {
        nodeset: `${node.path}/@${attribute}`,
        type: 'string',
        readonly: 'true()',
        calculate: writing.expression(calculate, node),
      },
      'empty',
    );
  const event = `odk-instance-first-load${node.repeats.length === 0 ? '' : ' odk-new-repeat'}`;
  const id = { ref: `${node.path}/@id`, event, value: 'uuid()' };
  const version = `instance('${list}')/root/item[name=${entityId ?? "''"}]/__version`;
  return [
    bind('id', entityId),
    entityId === undefined ? startTag('setvalue', id, 'empty') : bind('baseVersion', version),
    createIf === undefined ? '' : bind('create', createIf),
    updateIf === undefined ? '' : bind('update', updateIf),
  ].join('');
}
