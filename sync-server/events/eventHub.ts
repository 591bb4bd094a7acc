import type { Wire } from '../store/index.ts';
import { coalesce } from './coalesce.ts';

/** What changed; the console asks for the rest. */
const KINDS = ['responses', 'devices', 'surveys', 'inbox'] as const;
export type EventKind = (typeof KINDS)[number];

export interface Listener {
  readonly told: (kind: EventKind, touchpointId: string) => void;
  /** Something may have been missed: whoever looks on is to ask anew. */
  readonly lapsed: () => void;
}

/** However fast batches come, the other servers are told of a touchpoint at most this often. */
const REST_MILLISECONDS = 250;

/**
 * Tells the consoles that are looking on what was committed, at this server or at another one of the same store. Keeps nothing: who was
 * not there asks anew.
 */
export class EventHub {
  readonly #listeners = new Set<Listener>();
  readonly #others: (event: string) => void = () => undefined;

  constructor(wire?: Wire) {
    if (wire === undefined) return;
    const calm = coalesce(wire.send, REST_MILLISECONDS);
    this.#others = (event) => {
      calm.add(event);
    };
    wire.hear(
      (text) => {
        this.#hear(text);
      },
      () => {
        for (const { lapsed } of [...this.#listeners]) lapsed();
      },
    );
  }

  publish(kind: EventKind, touchpointId: string): void {
    this.#tell(kind, touchpointId);
    this.#others(`${kind} ${touchpointId}`);
  }

  /** Gives the function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #tell(kind: EventKind, touchpointId: string): void {
    for (const { told } of this.#listeners) told(kind, touchpointId);
  }

  /** A newer version may tell what this one does not know. */
  #hear(text: string): void {
    const [name, touchpointId = ''] = text.split(/ (.*)/s);
    const kind = KINDS.find((one) => one === name);
    if (kind !== undefined) this.#tell(kind, touchpointId);
  }
}
