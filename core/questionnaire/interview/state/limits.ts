/** What one interview may grow to: bounds on time and memory, far above what people answer. */
export const limits = {
  /** Instances of one repeat inside one parent. */
  instances: 20_000,
  /** Instances that one answer may make on the way to its own, where their count asks for one after the other. */
  ahead: 100,
  /** Nodes of all repeat instances together. */
  nodes: 200_000,
  /** Evaluations that one event may cause after a cell was already settled: circles between repeat instances. */
  extraEvaluations: 1_000_000,
  /** Nodes that the expressions of one event may look at, all together: some seconds' work. */
  steps: 100_000_000,
  /** Rounds of counting and triggering that one event may cause. */
  rounds: 1_000,
} as const;
