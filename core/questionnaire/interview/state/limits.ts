/** What one interview may grow to: bounds on time and memory, far above what people answer. */
export const limits = {
  /** Instances of one repeat inside one parent. */
  instances: 20_000,
  /** Nodes of all repeat instances together. */
  nodes: 200_000,
  /** Evaluations that one event may cause after a cell was already settled: circles between repeat instances. */
  extraEvaluations: 1_000_000,
  /** Nodes that the expressions of one event may look at, all together: some seconds' work. */
  steps: 100_000_000,
  /** Rounds of counting and triggering that one event may cause. */
  rounds: 1_000,
} as const;
