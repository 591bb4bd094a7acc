import type { Choice, PlainColumn } from '../../definition/index.ts';
import type { Finding } from '../finding.ts';
import type { EntityBlock } from './entityBlocks.ts';
import { entityBlocks } from './entityBlocks.ts';
import type { FormParts } from './formParts.ts';
import type { InstanceNode } from './instanceTree.ts';
import { instanceTree } from './instanceTree.ts';
import type { Action } from './readActions.ts';
import { readActions } from './readActions.ts';
import type { Bind, Binds } from './readBinds.ts';
import { readBinds } from './readBinds.ts';
import type { Body } from './readBody.ts';
import { readBody } from './readBody.ts';
import type { Secondary } from './readSecondary.ts';
import { readSecondary } from './readSecondary.ts';
import type { Itext } from './readItext.ts';
import { readItext } from './readItext.ts';

const NO_BIND: Bind = {};

/** An XForm taken apart, and what has been found and made so far while it is put together as a definition. */
export class FormReading {
  readonly parts: FormParts;
  readonly tree: InstanceNode;
  readonly binds: Binds;
  readonly body: Body;
  readonly itext: Itext;
  readonly actions: readonly Action[];
  readonly secondary: ReadonlyMap<string, Secondary>;
  readonly entityBlocks: readonly EntityBlock[];
  readonly nodes = new Map<string, InstanceNode>();
  /** Names that only one node has. */
  readonly nameOf = new Map<string, string>();
  /** Lists made of choices that stand in the body, and rows of select_one_external. */
  readonly lists = new Map<string, readonly Choice[]>();
  readonly findings: Finding[] = [];
  /** Columns with texts that stand where they are shown, in no language. */
  readonly plain = new Set<PlainColumn>();

  constructor(parts: FormParts) {
    this.parts = parts;
    this.tree = instanceTree(parts.root);
    this.entityBlocks = entityBlocks(this.tree);
    this.binds = readBinds(parts.model, this.tree.path);
    this.body = readBody(parts.body, this.tree.path, this.binds.pathOfId);
    this.itext = readItext(parts.model);
    this.actions = readActions(parts.model, this.body, this.tree.path, this.binds.pathOfId);
    this.#index();
    this.secondary = readSecondary(parts);
  }

  bindOf(path: string): Bind {
    return this.binds.byPath.get(path) ?? NO_BIND;
  }

  find(severity: Finding['severity'], place: string, message: string): void {
    if (this.findings.length < 500) this.findings.push({ severity, place, message });
  }

  /** The repeats that a node is in, outermost first; a repeat is in itself, an attribute in what its element is in. */
  repeatsAround(path: string): readonly string[] {
    const around: string[] = [];
    for (let at = this.nodes.get(path.replace(/\/@.*$/, '')) ?? null; at !== null; at = at.parent)
      if (this.body.repeats.has(at.path)) around.unshift(at.path);
    return around;
  }

  #index(): void {
    const counts = new Map<string, number>();
    const work = [this.tree];
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      this.nodes.set(node.path, node);
      counts.set(node.name, (counts.get(node.name) ?? 0) + 1);
      work.push(...node.children);
    }
    for (const [path, { name }] of this.nodes) if (counts.get(name) === 1) this.nameOf.set(path, name);
  }
}
