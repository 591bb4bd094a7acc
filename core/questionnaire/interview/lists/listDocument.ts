import type { DataNode } from '../../expression/index.ts';
import { toNumber } from '../../expression/index.ts';
import type { ListRow } from '../circumstances.ts';

/** A list as expressions see it: `root/item/column`. Nodes of columns are made when someone looks. */
export class ListDocument implements DataNode {
  readonly name = '';
  readonly parent = null;
  readonly relevant = true;
  readonly children: readonly DataNode[];

  constructor(rows: readonly ListRow[]) {
    const root = new Branch('root', this);
    this.children = [root];
    root.children = rows.map((row, index) => new RowNode(row, root, index));
  }

  text(): string {
    return textOf(this.children);
  }

  number(): number {
    return toNumber(this.text());
  }

  position(): number {
    return 1;
  }
}

class Branch implements DataNode {
  readonly name: string;
  readonly parent: DataNode;
  readonly relevant = true;
  children: readonly DataNode[] = [];

  constructor(name: string, parent: DataNode) {
    this.name = name;
    this.parent = parent;
  }

  text(): string {
    return textOf(this.children);
  }

  number(): number {
    return toNumber(this.text());
  }

  position(): number {
    return 1;
  }
}

/** One row; `row` and `index` lead back to what it was made of. */
export class RowNode implements DataNode {
  readonly name = 'item';
  readonly parent: DataNode;
  readonly relevant = true;
  readonly row: ListRow;
  /** 0-based, in the list. */
  readonly index: number;
  #children: readonly DataNode[] | null = null;

  constructor(row: ListRow, parent: DataNode, index: number) {
    this.row = row;
    this.parent = parent;
    this.index = index;
  }

  get children(): readonly DataNode[] {
    this.#children ??= Object.entries(this.row).map(([name, text]) => new Cell(name, text, this));
    return this.#children;
  }

  named(name: string): readonly DataNode[] {
    const text = this.row[name];
    return text === undefined ? [] : [new Cell(name, text, this)];
  }

  text(): string {
    return Object.values(this.row).join('');
  }

  number(): number {
    return toNumber(this.text());
  }

  position(): number {
    return this.index + 1;
  }
}

class Cell implements DataNode {
  readonly name: string;
  readonly parent: DataNode;
  readonly children: readonly DataNode[] = [];
  readonly relevant = true;
  readonly #text: string;

  constructor(name: string, text: string, parent: DataNode) {
    this.name = name;
    this.#text = text;
    this.parent = parent;
  }

  text(): string {
    return this.#text;
  }

  number(): number {
    return toNumber(this.#text);
  }

  position(): number {
    return 1;
  }
}

const textOf = (nodes: readonly DataNode[]): string => nodes.map((node) => node.text()).join('');
