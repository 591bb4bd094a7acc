/** A run as JavaRosa or Web Forms recorded it; the corpus's README says what the fields mean. */
export interface RecordedRun {
  readonly id: string;
  readonly xlsform?: string;
  readonly xform?: string;
  readonly form?: string | null;
  readonly test?: string;
  readonly note?: string;
  readonly volatile?: readonly string[];
  readonly init?: Changes;
  readonly steps: readonly RecordedStep[];
  readonly expectedToFail?: boolean;
  readonly instance?: string;
}

/** value (null when blank, 0 for groups), relevant, required, readonly. */
export type NodeState = readonly [
  value: string | number | null,
  relevant: number,
  required: number,
  readOnly: number,
];

export type Changes = Readonly<Record<string, NodeState | null>>;

export interface RecordedStep {
  readonly op: string;
  readonly ref?: string | null;
  readonly event?: string;
  readonly value?: string | number | null;
  readonly result?: string;
  readonly label?: string | null;
  readonly hint?: string | null;
  readonly choices?: readonly (readonly [name: string, label: string | null])[];
  readonly changes?: Changes;
  readonly outcome?: { readonly ref: string; readonly code: number } | null;
  readonly xml?: string;
  readonly language?: string;
  readonly relevant?: boolean;
  readonly required?: boolean;
  readonly readonly?: boolean;
  readonly kind?: string;
}
