import type { Act } from '../../core/protocol/index.ts';
import { TENANT, storable, type Tx } from '../store/index.ts';

/** Who acts; what a session says of a person is enough. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
}

export interface Done {
  readonly by: Actor;
  readonly at: number;
  readonly act: Act;
  /** What it was done to: a kind of thing, and which one ('' where there is no one thing). */
  readonly kind: string;
  readonly subject: string;
  /** What else is worth knowing; never an answer. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Keeps for good who did what. In the transaction of the act itself: neither is there without the other. */
export async function recordAct(tx: Tx, { by, at, act, kind, subject, detail = {} }: Done): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      tenant_id: TENANT,
      at,
      person_id: by.personId,
      person_name: storable(by.name),
      act,
      kind,
      subject: storable(subject),
      detail: JSON.stringify(detail),
    })
    .execute();
}
