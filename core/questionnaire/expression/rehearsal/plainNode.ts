import { toNumber } from '../conversion/toNumber.ts';
import type { DataNode } from '../dataNode.ts';

/** `{group: {name: 'Anna'}, child: [{age: '4'}, {age: '7'}]}`: lists are repeat instances. */
export interface Tree {
  readonly [name: string]: string | Tree | readonly (string | Tree)[];
}

/** The plainest node there can be, for tests of expressions without an interview. */
export class PlainNode implements DataNode {
  readonly children: PlainNode[] = [];
  readonly name: string;
  readonly parent: PlainNode | null;
  relevant = true;
  private readonly answer: string;

  constructor(name: string, parent: PlainNode | null, answer = '') {
    this.name = name;
    this.parent = parent;
    this.answer = answer;
    parent?.children.push(this);
  }

  text(): string {
    if (!this.relevant) return '';
    return this.answer + this.children.map((child) => child.text()).join('');
  }

  number(): number {
    return toNumber(this.text());
  }

  position(): number {
    const siblings = this.parent?.children ?? [this];
    return siblings.filter((sibling) => sibling.name === this.name).indexOf(this) + 1;
  }

  /** The node at `/a/b[2]`, seen from this document. */
  at(path: string): PlainNode {
    return path
      .split('/')
      .filter((part) => part !== '')
      .reduce<PlainNode>((node, step) => node.child(step), this);
  }

  private child(step: string): PlainNode {
    const [, name = '', place = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const found = this.children.filter((child) => child.name === name)[Number(place) - 1];
    if (found === undefined) throw new Error(`no node at ${step}`);
    return found;
  }
}

/** A document holding the tree. */
export function plant(tree: Tree): PlainNode {
  const document = new PlainNode('', null);
  grow(tree, document);
  return document;
}

function grow(tree: Tree, parent: PlainNode): void {
  for (const [name, content] of Object.entries(tree)) {
    for (const each of Array.isArray(content)
      ? (content as readonly (string | Tree)[])
      : [content as string | Tree]) {
      if (typeof each === 'string') new PlainNode(name, parent, each);
      else grow(each, new PlainNode(name, parent));
    }
  }
}
