/** Outgoing edges by node number. */
export type Edges = readonly (readonly number[])[];

interface Frame {
  readonly node: number;
  next: number;
}

/**
 * Tarjan's strongly connected components with a stack of its own: groups of nodes that depend on each other, and nodes that
 * depend on themselves. Linear in nodes and edges.
 */
export function cyclicComponents(edges: Edges): readonly (readonly number[])[] {
  const order = new Int32Array(edges.length).fill(-1);
  const low = new Int32Array(edges.length);
  const waiting = new Uint8Array(edges.length);
  const pending: number[] = [];
  const components: number[][] = [];
  let count = 0;
  const frames: Frame[] = [];
  const enter = (node: number): void => {
    order[node] = low[node] = count;
    count += 1;
    waiting[node] = 1;
    pending.push(node);
    frames.push({ node, next: 0 });
  };
  const lower = (node: number, to: number): void => {
    low[node] = Math.min(low[node] ?? 0, to);
  };
  const leave = (node: number): void => {
    if (low[node] !== order[node]) return;
    const component: number[] = [];
    for (let member = pending.pop(); member !== undefined; member = pending.pop()) {
      waiting[member] = 0;
      component.push(member);
      if (member === node) break;
    }
    if (component.length > 1 || edges[node]?.includes(node) === true) components.push(component);
  };
  for (let start = 0; start < edges.length; start += 1) {
    if (order[start] === -1) enter(start);
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const target = edges[frame.node]?.[frame.next];
      frame.next += 1;
      if (target === undefined) {
        frames.pop();
        const caller = frames.at(-1);
        if (caller !== undefined) lower(caller.node, low[frame.node] ?? 0);
        leave(frame.node);
      } else if (order[target] === -1) enter(target);
      else if (waiting[target] === 1) lower(frame.node, order[target] ?? 0);
    }
  }
  return components;
}

/** One shortest way around inside a component, from its smallest node back to it (breadth first). */
export function wayAround(edges: Edges, component: readonly number[]): readonly number[] {
  const inside = new Set(component);
  const start = Math.min(...component.slice(0, 10_000));
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const target of edges[node] ?? []) {
      if (target === start) {
        const way = [start];
        for (let at: number | undefined = node; at !== undefined && at !== start; at = cameFrom.get(at))
          way.push(at);
        return [...way, start].reverse();
      }
      if (!inside.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, node);
      queue.push(target);
    }
  }
  return [start];
}
