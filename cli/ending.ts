/** How a command ends: what goes to standard output and standard error, and the exit status. */
export interface Ending {
  readonly status: number;
  readonly output?: string;
  readonly error?: string;
}
