/**
 * What expressions see of an answer, a group, a repeat instance, an external list's row, or an XML element.
 * A running interview implements it over its own slots; `text`, `number`, `position` are methods so that it may cache.
 */
export interface DataNode {
  /** As paths write it, with the prefix if it has one (`orx:meta`); empty for the document that `/` means. */
  readonly name: string;
  /** `null` only for the document. */
  readonly parent: DataNode | null;
  /** Child nodes in document order: repeat instances are children of the repeat's parent that share a name. */
  readonly children: readonly DataNode[];
  /** False when the node or an ancestor is irrelevant: such nodes are left out of every node-set. */
  readonly relevant: boolean;
  /** The XForms text of the answer, '' while irrelevant; for groups the texts of all descendants one after another. */
  text(): string;
  /** `toNumber(text(), timeZone)`: NaN when blank, days since 1970 for dates. */
  number(): number;
  /** Whether its answer counts as true where a condition is nothing but the node; left out, any answer does. */
  truth?(): boolean;
  /** Whether it is an instance of a repeat. */
  readonly isInstance?: boolean;
  /** 1-based among the siblings of the same name. */
  position(): number;
  /** Only XML has them (`@id`); leave out elsewhere. */
  readonly attributes?: readonly DataNode[];
  /** The children of that name, when the host can tell faster than by looking through all of them. */
  named?(name: string): readonly DataNode[];
  /**
   * Only XML: whether a (prefixed) name or `prefix:*` in a path means this node, where its namespace decides;
   * undefined leaves it to the name as written.
   */
  answersTo?(name: string): boolean | undefined;
  /** Only XML: the namespace's address, for namespace-uri(). */
  readonly namespace?: string;
}
