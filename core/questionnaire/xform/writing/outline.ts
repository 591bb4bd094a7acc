import type { Definition, Element, EntityDeclaration } from '../../definition/index.ts';
import { entityPlacesOf, isQuestion, isRepeat } from '../../definition/index.ts';
import { addedAfter, addedBefore, asked, innerMeta, metaGroup } from '../../interview/index.ts';

/** An element of the form to be written, with its surroundings. */
export interface OutlineNode {
  readonly element: Element;
  readonly path: string;
  readonly parent: OutlineNode | null;
  /** The repeats that it is in, outermost first; a repeat is in itself. */
  readonly repeats: readonly OutlineNode[];
  readonly children: readonly OutlineNode[];
  /** Nobody wrote it: the meta block, counts of repeats. */
  readonly generated: boolean;
}

export interface Outline {
  readonly rootPath: string;
  readonly top: readonly OutlineNode[];
  /** In document order. */
  readonly all: readonly OutlineNode[];
  readonly byName: ReadonlyMap<string, readonly OutlineNode[]>;
}

export function outline(definition: Definition): Outline {
  const rootPath = `/${definition.root ?? 'data'}`;
  const builder = new Builder(definition);
  const top = [
    ...builder.add(asked(definition.elements), rootPath, null),
    ...metaGroup(definition, builder.entities.get(rootPath)).map((element) =>
      builder.make(element, rootPath, null, true),
    ),
  ];
  return { rootPath, top, all: builder.all, byName: builder.byName };
}

class Builder {
  readonly all: OutlineNode[] = [];
  readonly byName = new Map<string, OutlineNode[]>();
  readonly entities: ReadonlyMap<string, EntityDeclaration>;

  constructor(definition: Definition) {
    this.entities = entityPlacesOf(definition).byPath;
  }

  add(elements: readonly Element[], above: string, parent: OutlineNode | null): readonly OutlineNode[] {
    return elements.flatMap((element) => [
      ...addedBefore(element).map((added) => this.make(added, above, parent, true)),
      this.make(element, above, parent, parent?.generated ?? false),
      ...addedAfter(element).map((added) => this.make(added, above, parent, false)),
    ]);
  }

  make(element: Element, above: string, parent: OutlineNode | null, generated: boolean): OutlineNode {
    const children: OutlineNode[] = [];
    const repeats: OutlineNode[] = [...(parent?.repeats ?? [])];
    const node = { element, path: `${above}/${element.name}`, parent, repeats, children, generated };
    if (isRepeat(element)) repeats.push(node);
    this.all.push(node);
    const same = this.byName.get(element.name) ?? [];
    this.byName.set(element.name, same);
    same.push(node);
    if (!isQuestion(element)) {
      children.push(...this.add(generated ? element.elements : asked(element.elements), node.path, node));
      const metas = innerMeta(this.entities.get(node.path));
      children.push(...metas.map((meta) => this.make(meta, node.path, node, true)));
    }
    return node;
  }
}
