import type { Choice, Definition } from '../definition.ts';

type Kind = 'choices' | 'externalChoices';

/** The lists of a definition, each read through once however many questions ask for it. */
export class ChoiceIndex {
  private readonly definition: Definition;
  private readonly nameSets = new Map<string, ReadonlySet<string>>();
  private readonly columnSets = new Map<string, ReadonlySet<string>>();

  constructor(definition: Definition) {
    this.definition = definition;
  }

  /** Own lists only, as one may be called like what every object has. */
  list(name: string, kind: Kind = 'choices'): readonly Choice[] | undefined {
    const lists = this.definition[kind];
    return lists !== undefined && Object.hasOwn(lists, name) ? lists[name] : undefined;
  }

  names(name: string): ReadonlySet<string> | undefined {
    const list = this.list(name);
    if (list === undefined) return undefined;
    const known = this.nameSets.get(name) ?? new Set(list.map((choice) => choice.name));
    this.nameSets.set(name, known);
    return known;
  }

  /** Further columns that any choice of the list has. */
  columns(name: string, kind: Kind): ReadonlySet<string> | undefined {
    const list = this.list(name, kind);
    if (list === undefined) return undefined;
    const key = `${kind} ${name}`;
    let known = this.columnSets.get(key);
    if (known === undefined) {
      known = new Set(list.flatMap((choice) => Object.keys(choice.columns ?? {})));
      this.columnSets.set(key, known);
    }
    return known;
  }
}
