/** A directed graph over 0 .. size-1, kept flat so that thousands of vertices cost neither objects nor recursion. */
export class Network {
  readonly size: number;
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  constructor(size: number) {
    this.size = size;
  }

  add(from: number, to: number): void {
    this.#from.push(from);
    this.#to.push(to);
  }

  /** Every vertex after those it comes from (Kahn); vertices on circles, or behind them, are left out. */
  sort(): number[] {
    const { starts, targets } = this.#adjacency();
    const waitsFor = new Int32Array(this.size);
    for (const to of this.#to) waitsFor[to] = (waitsFor[to] ?? 0) + 1;
    const sorted: number[] = [];
    for (let vertex = 0; vertex < this.size; vertex += 1) if (waitsFor[vertex] === 0) sorted.push(vertex);
    for (let next = 0; next < sorted.length; next += 1) {
      const vertex = sorted[next] ?? 0;
      for (let at = starts[vertex] ?? 0; at < (starts[vertex + 1] ?? 0); at += 1) {
        const to = targets[at] ?? 0;
        const left = (waitsFor[to] ?? 0) - 1;
        waitsFor[to] = left;
        if (left === 0) sorted.push(to);
      }
    }
    return sorted;
  }

  /** One circle for each knot among the vertices that `sorted` lacks, in the direction of the arrows. */
  circles(sorted: readonly number[]): number[][] {
    const stuck = new Set<number>(Array.from({ length: this.size }, (_, vertex) => vertex));
    for (const vertex of sorted) stuck.delete(vertex);
    const before = new Map<number, number>();
    this.#to.forEach((to, index) => {
      const from = this.#from[index] ?? 0;
      if (stuck.has(to) && stuck.has(from)) before.set(to, from);
    });
    const circles: number[][] = [];
    const seen = new Set<number>();
    for (const vertex of stuck) {
      const walk: number[] = [];
      let at: number | undefined = vertex;
      for (; at !== undefined && !seen.has(at); at = before.get(at)) {
        seen.add(at);
        walk.push(at);
      }
      const start = at === undefined ? -1 : walk.indexOf(at);
      if (start >= 0) circles.push(walk.slice(start).reverse());
    }
    return circles;
  }

  #adjacency(): { starts: Int32Array; targets: Int32Array } {
    const starts = new Int32Array(this.size + 1);
    for (const from of this.#from) starts[from + 1] = (starts[from + 1] ?? 0) + 1;
    for (let vertex = 0; vertex < this.size; vertex += 1)
      starts[vertex + 1] = (starts[vertex + 1] ?? 0) + (starts[vertex] ?? 0);
    const next = starts.slice();
    const targets = new Int32Array(this.#to.length);
    this.#from.forEach((from, index) => {
      const at = next[from] ?? 0;
      targets[at] = this.#to[index] ?? 0;
      next[from] = at + 1;
    });
    return { starts, targets };
  }
}
