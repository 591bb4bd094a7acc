/** A directed graph over 0 .. size-1, kept flat so that thousands of vertices cost neither objects nor recursion. */
export class Network {
  readonly size: number;
  private readonly from: number[] = [];
  private readonly to: number[] = [];

  constructor(size: number) {
    this.size = size;
  }

  add(from: number, to: number): void {
    this.from.push(from);
    this.to.push(to);
  }

  /** Every vertex after those it comes from (Kahn); vertices on circles, or behind them, are left out. */
  sort(): Int32Array {
    const { starts, targets } = this.adjacency();
    const waitsFor = new Int32Array(this.size);
    for (const to of this.to) waitsFor[to] = (waitsFor[to] ?? 0) + 1;
    const sorted = new Int32Array(this.size);
    let found = 0;
    for (let vertex = 0; vertex < this.size; vertex += 1) {
      if (waitsFor[vertex] !== 0) continue;
      sorted[found] = vertex;
      found += 1;
    }
    for (let next = 0; next < found; next += 1) {
      const vertex = sorted[next] ?? 0;
      const end = starts[vertex + 1] ?? 0;
      for (let at = starts[vertex] ?? 0; at < end; at += 1) {
        const to = targets[at] ?? 0;
        const left = (waitsFor[to] ?? 0) - 1;
        waitsFor[to] = left;
        if (left > 0) continue;
        sorted[found] = to;
        found += 1;
      }
    }
    return sorted.subarray(0, found);
  }

  /** One circle for each knot among the vertices that `sorted` lacks, in the direction of the arrows. */
  circles(sorted: Int32Array): number[][] {
    const stuck = new Set<number>(Array.from({ length: this.size }, (_, vertex) => vertex));
    for (const vertex of sorted) stuck.delete(vertex);
    const before = new Map<number, number>();
    for (const [index, to] of this.to.entries()) {
      const from = this.from[index] ?? 0;
      if (stuck.has(to) && stuck.has(from)) before.set(to, from);
    }
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

  /** Two vertices have the same number when each can be reached from the other (Tarjan's strongly connected components). */
  knots(): Int32Array {
    const { starts, targets } = this.adjacency();
    const next = starts.slice();
    const order = new Int32Array(this.size);
    const low = new Int32Array(this.size);
    const knot = new Int32Array(this.size);
    const open: number[] = [];
    let seen = 0;
    let knots = 0;
    for (let root = 0; root < this.size; root += 1) {
      const way = order[root] === 0 ? [root] : [];
      for (let vertex = way.at(-1); vertex !== undefined; vertex = way.at(-1)) {
        if (order[vertex] === 0) {
          seen += 1;
          order[vertex] = seen;
          low[vertex] = seen;
          open.push(vertex);
        }
        const at = next[vertex] ?? 0;
        if (at < (starts[vertex + 1] ?? 0)) {
          next[vertex] = at + 1;
          const to = targets[at] ?? 0;
          if (order[to] === 0) way.push(to);
          else if (knot[to] === 0) low[vertex] = Math.min(low[vertex] ?? 0, order[to] ?? 0);
          continue;
        }
        way.pop();
        const above = way.at(-1);
        if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[vertex] ?? 0);
        if (low[vertex] !== order[vertex]) continue;
        knots += 1;
        for (
          let member = open.pop();
          member !== undefined;
          member = member === vertex ? undefined : open.pop()
        )
          knot[member] = knots;
      }
    }
    return knot;
  }

  /** Targets of `vertex` stand from `starts[vertex]` to before `starts[vertex + 1]`. */
  private adjacency(): { readonly starts: Int32Array; readonly targets: Int32Array } {
    const starts = new Int32Array(this.size + 1);
    for (const from of this.from) starts[from + 1] = (starts[from + 1] ?? 0) + 1;
    for (let vertex = 0; vertex < this.size; vertex += 1) {
      starts[vertex + 1] = (starts[vertex + 1] ?? 0) + (starts[vertex] ?? 0);
    }
    const next = starts.slice();
    const targets = new Int32Array(this.to.length);
    for (let index = 0; index < this.to.length; index += 1) {
      const from = this.from[index] ?? 0;
      const at = next[from] ?? 0;
      targets[at] = this.to[index] ?? 0;
      next[from] = at + 1;
    }
    return { starts, targets };
  }
}
