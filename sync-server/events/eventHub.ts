/** What changed; the console asks for the rest. */
export type EventKind = 'responses' | 'devices' | 'surveys';
export type Listener = (kind: EventKind, touchpointId: string) => void;

/** Tells the consoles that are looking on what was committed. Keeps nothing: who was not there asks anew. */
export class EventHub {
  readonly #listeners = new Set<Listener>();

  publish(kind: EventKind, touchpointId: string): void {
    for (const listener of this.#listeners) listener(kind, touchpointId);
  }

  /** Gives the function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
