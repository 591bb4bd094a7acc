import type { Finding } from './workbook.ts';

/** Beyond these an author has enough to do. */
const MOST = 500;

/** Where something was found. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string | undefined;
}

const rank = { error: 0, warning: 1, unsupported: 2 } as const;

/** Collects what is found; the same thing about the same place only once. */
export class Findings {
  private readonly found: Finding[] = [];
  private readonly seen = new Set<string>();
  private readonly places = new Set<string>();
  private readonly counts = { error: 0, warning: 0, unsupported: 0 };

  add(severity: Finding['severity'], { sheet, row, column = '' }: Place, message: string): void {
    const at = `${severity}\n${sheet}\n${row}\n${column}`;
    const key = `${at}\n${message}`;
    if (this.seen.has(key)) return;
    this.places.add(at);
    this.counts[severity] += 1;
    if (this.counts[severity] > MOST) return;
    this.seen.add(key);
    this.found.push({ severity, sheet, row, column, message });
  }

  /** Whether something of this severity is said of the very cell. */
  tells(severity: Finding['severity'], { sheet, row, column = '' }: Place): boolean {
    return this.places.has(`${severity}\n${sheet}\n${row}\n${column}`);
  }

  error(place: Place, message: string): void {
    this.add('error', place, message);
  }

  warn(place: Place, message: string): void {
    this.add('warning', place, message);
  }

  unsupported(place: Place, message: string): void {
    this.add('unsupported', place, message);
  }

  get hasErrors(): boolean {
    return this.counts.error > 0;
  }

  /** Errors first; within a severity in the order of the sheets given, then of the rows. */
  list(sheets: readonly string[]): readonly Finding[] {
    const order = new Map(sheets.map((name, index) => [name, index]));
    const sorted = this.found.toSorted(
      (left, right) =>
        rank[left.severity] - rank[right.severity] ||
        (order.get(left.sheet) ?? -1) - (order.get(right.sheet) ?? -1) ||
        left.row - right.row,
    );
    for (const severity of ['error', 'warning', 'unsupported'] as const) {
      const more = this.counts[severity] - MOST;
      if (more <= 0) continue;
      sorted.push({
        severity,
        sheet: '',
        row: 0,
        column: '',
        message: `${more} more of this kind are not listed; mend these first.`,
      });
    }
    return sorted;
  }
}
