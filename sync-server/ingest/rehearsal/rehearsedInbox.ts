import type { Response } from '../../../core/response/index.ts';

interface Arrival {
  readonly response: Response;
  /** Its survey version was known when it came, or when quarantine was last looked through. */
  understood: boolean;
  /** Its device was revoked when it came, and nobody has accepted it since. */
  revoked: boolean;
}

/** What the server is to hold, told by what was done to it; the plainest way, that nobody could use. */
export class RehearsedInbox {
  /** The first of each id and revision; later ones are duplicates or conflicts, and count for nothing. */
  readonly #arrivals = new Map<string, Arrival>();
  readonly #erased = new Set<string>();
  readonly #versions: Set<string>;

  constructor(versions: readonly string[]) {
    this.#versions = new Set(versions);
  }

  push(response: Response, revoked: boolean): void {
    const key = `${response.responseId} ${String(response.rev)}`;
    if (this.#erased.has(response.responseId) || this.#arrivals.has(key)) return;
    const understood = !revoked && this.#versions.has(response.questionnaireVersion);
    this.#arrivals.set(key, { response, understood, revoked });
  }

  publish(version: string): void {
    this.#versions.add(version);
  }

  accept(): void {
    for (const arrival of this.#arrivals.values())
      arrival.understood ||= !arrival.revoked && this.#versions.has(arrival.response.questionnaireVersion);
  }

  acceptRevoked(): void {
    for (const arrival of this.#arrivals.values()) arrival.revoked = false;
    this.accept();
  }

  erase(responseId: string): boolean {
    const held = [...this.#arrivals.values()].filter(({ response }) => response.responseId === responseId);
    if (held.length > 0) this.#erased.add(responseId);
    for (const { response } of held) this.#arrivals.delete(`${responseId} ${String(response.rev)}`);
    return held.length > 0 || this.#erased.has(responseId);
  }

  /** The highest understood revision of each. */
  get counted(): readonly Response[] {
    const highest = new Map<string, Response>();
    for (const { response, understood } of this.#arrivals.values()) {
      if (!understood || (highest.get(response.responseId)?.rev ?? 0) > response.rev) continue;
      highest.set(response.responseId, response);
    }
    return [...highest.values()];
  }

  get quarantined(): number {
    return [...this.#arrivals.values()].filter(({ understood }) => !understood).length;
  }
}
