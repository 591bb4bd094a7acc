import type { ProblemCode } from '../../core/protocol/index.ts';

/** Ends a request with a problem of the catalogue. Thrown by endpoints and hooks only; what they call returns values. */
export class Refusal extends Error {
  readonly problem: ProblemCode;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: ProblemCode, detail: string, retryAfterSeconds?: number) {
    super(detail);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
