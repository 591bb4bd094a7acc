/** A run of one of ODK Web Forms' own scenarios. `instance` is the submission's XML after the step. */
export interface WebFormsRun {
  readonly id: string;
  readonly form?: string | null;
  readonly test?: string;
  readonly steps: readonly WebFormsStep[];
  readonly expectedToFail?: boolean;
  readonly edit?: unknown;
  readonly state?: string;
}

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
