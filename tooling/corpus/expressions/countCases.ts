import { beyondSubset } from './beyondSubset.ts';
import { compare } from './compare.ts';
import type { Corpus, CorpusCase } from './corpusCase.ts';
import { LISTED } from './listed.ts';

export interface Row {
  cases: number;
  agree: number;
  listed: number;
  fail: number;
}

export interface Counted {
  /** By engine that recorded them: cases of the ODK subset that are neither volatile nor conflicts. */
  readonly bySource: ReadonlyMap<string, Row>;
  /** Volatile ones, conflicts and what lies beyond the subset, each apart. */
  readonly apart: ReadonlyMap<string, Row>;
  readonly failures: readonly {
    readonly id: string;
    readonly expr: string;
    readonly wanted: string;
    readonly got: string;
  }[];
  /** Listed as differing although they agree. */
  readonly needlesslyListed: readonly string[];
}

export function countCases(corpus: Corpus): Counted {
  const bySource = new Map<string, Row>();
  const apart = new Map<string, Row>();
  const failures: Counted['failures'][number][] = [];
  const needlesslyListed: string[] = [];
  for (const each of corpus.cases) {
    const { agrees, got } = compare(each, corpus);
    const aside = setAside(each);
    const rows = aside === undefined ? bySource : apart;
    const key = aside ?? each.sources[0]?.engine ?? 'unknown';
    const row = rows.get(key) ?? { cases: 0, agree: 0, listed: 0, fail: 0 };
    rows.set(key, row);
    row.cases += 1;
    const listed = LISTED.has(each.id);
    row[agrees ? 'agree' : listed ? 'listed' : 'fail'] += 1;
    if (agrees && listed) needlesslyListed.push(each.id);
    if (!agrees && !listed && aside === undefined) {
      failures.push({ id: each.id, expr: each.expr, wanted: JSON.stringify(each.value ?? 'an error'), got });
    }
  }
  return { bySource, apart, failures, needlesslyListed };
}

function setAside(each: CorpusCase): string | undefined {
  if (each.conflict === true) return 'conflicts between engines';
  if (each.volatile === true) return 'volatile (clock, chance)';
  const beyond = beyondSubset(each);
  return beyond === undefined ? undefined : `beyond ODK XForms: ${beyond}`;
}
