export interface CorpusSource {
  readonly engine: string;
  readonly tz: string;
  readonly lang?: string;
}

/** One recorded expression; the corpus's README says what the fields mean. */
export interface CorpusCase {
  readonly id: string;
  readonly expr: string;
  readonly context: string | null;
  readonly node: string;
  readonly kind: string;
  readonly value?: unknown;
  readonly factor?: number;
  readonly epochMs?: number;
  readonly sources: readonly CorpusSource[];
  readonly conflict?: boolean;
  readonly volatile?: boolean;
  readonly customFunctions?: boolean;
}

export interface Corpus {
  readonly contexts: Readonly<Record<string, string>>;
  readonly cases: readonly CorpusCase[];
}
