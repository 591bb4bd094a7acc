/** `once`: only the k-th fails. `onwards`: it and all that follow, until the faults stop. */
export type Lasting = 'once' | 'onwards';

/** Which access to a storage fails: counted from 1; beyond the last one, all are only counted. */
export interface FaultPlan {
  readonly failAt: number;
  readonly lasting: Lasting;
}

/** Counts accesses, and says which of them has to fail. */
export class FaultCounter {
  count = 0;
  #plan: FaultPlan | null = null;

  begin(plan: FaultPlan): void {
    this.count = 0;
    this.#plan = plan;
  }

  end(): void {
    this.#plan = null;
  }

  get isDue(): boolean {
    if (this.#plan === null) return false;
    this.count += 1;
    const { failAt, lasting } = this.#plan;
    return lasting === 'once' ? this.count === failAt : this.count >= failAt;
  }
}

/** Calls `instead` in place of a method, with the method as it was. Answers how to undo it. */
export function replaceMethod<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  instead: (original: (...given: unknown[]) => unknown, self: unknown, given: unknown[]) => unknown,
): () => void {
  const original = owner[name];
  const call = original as (...given: unknown[]) => unknown;
  const replaced = function (this: unknown, ...given: unknown[]): unknown {
    return instead((...again) => call.apply(this, again), this, given);
  };
  owner[name] = replaced as Owner[Name];
  return () => {
    owner[name] = original;
  };
}

export const failure = (): DOMException => new DOMException('a fault that was asked for', 'UnknownError');
