/** A run of one of ODK Web Forms' own scenarios. `instance` is the submission's XML after the step. */
export interface WebFormsRun {
  readonly id: string;
  readonly form?: string | null;
  readonly test?: string;
  readonly steps: readonly WebFormsStep[];
  readonly expectedToFail?: boolean;
  readonly edit?: boolean;
  /** The submission's XML when the run begins. */
  readonly instance?: string;
  /** Begins from that submission, and not with a new one. */
  readonly continues?: boolean;
  readonly state?: string;
}

/**
 * Whether a run goes on with the submission that its test made before, to restore or to edit it. That is not recorded but where
 * the test is given one: several runs of one test whose name says so are what was first and what it went on with.
 */
export const continues = (run: WebFormsRun, before: WebFormsRun | undefined): boolean =>
  run.edit === true || (before?.test === run.test && /restor|edit|deserial/.test(run.test ?? ''));

export interface WebFormsStep {
  readonly op: string;
  readonly ref?: string | null;
  readonly event?: string;
  readonly label?: string | null;
  readonly hint?: string | null;
  readonly node?: WebFormsNode | null;
  readonly instance?: string;
  readonly xml?: string;
  readonly value?: number;
  readonly language?: string;
  readonly input?: unknown;
  readonly choices?: readonly (readonly [name: string, label: string | null])[];
  readonly violations?: readonly { readonly ref: string; readonly condition: string }[];
}

export interface WebFormsNode {
  readonly ref: string;
  /** null for groups. */
  readonly value: string | null;
  readonly relevant: boolean;
  readonly required: boolean;
  readonly readonly: boolean;
  /** true, or what it breaks: `constraint`, `required`. */
  readonly valid: boolean | string;
}
