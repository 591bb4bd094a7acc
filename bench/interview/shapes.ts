/** The same questionnaire said once, for all engines to be given in their own words. */
export interface ShapedQuestion {
  readonly name: string;
  /** Asked only when the question of this name is above this number. */
  readonly relevant?: { readonly above: number; readonly of: string };
  readonly first?: number;
}

export interface Shaped {
  /** Asked one by one, or inside each of `instances`. */
  readonly questions: readonly ShapedQuestion[];
  /** Name -> the names it adds up. */
  readonly sums: readonly { readonly name: string; readonly of: readonly string[] }[];
  /** Name -> the one it adds one to. */
  readonly chain: readonly { readonly name: string; readonly after: string }[];
  /** Repeat instances, each with a, b and their product c; `total` adds up c. */
  readonly instances: number;
}

/**
 * `relevance`: each question is asked when the one before is above 0, and all are. `gate`: every second one appears and disappears with
 * the one before. `sum`: one calculation adds up all. `chain`: each calculates from the one before. `repeat`: instances with a product
 * each, and its sum over all.
 */
export const SHAPES = ['relevance', 'gate', 'sum', 'chain', 'repeat'] as const;
export type ShapeName = (typeof SHAPES)[number];

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `q${index + 1}`);

/** What takes the answer of the n-th measurement: name of a question, or position of the instance. */
export const askedIndex = (shape: ShapeName, size: number, turn: number): number => {
  if (shape === 'chain') return 0;
  const index = (turn * 7919) % size;
  return shape === 'gate' ? index - (index % 2) : index;
};

export function shapeOf(shape: ShapeName, size: number): Shaped {
  const nothing: Shaped = { questions: [], sums: [], chain: [], instances: 0 };
  switch (shape) {
    case 'relevance':
      return {
        ...nothing,
        questions: names(size).map((name, index) =>
          index === 0 ? { name, first: 3 } : { name, relevant: { above: 0, of: `q${index}` }, first: 3 },
        ),
      };
    case 'gate':
      return {
        ...nothing,
        questions: names(size).map((name, index) =>
          index % 2 === 0 ? { name } : { name, relevant: { above: 5, of: `q${index}` }, first: 3 },
        ),
      };
    case 'sum':
      return {
        ...nothing,
        questions: names(size).map((name) => ({ name, first: 1 })),
        sums: [{ name: 'total', of: names(size) }],
      };
    case 'chain':
      return {
        ...nothing,
        questions: [{ name: 'q1' }],
        chain: names(size)
          .slice(1)
          .map((name, index) => ({ name, after: `q${index + 1}` })),
      };
    case 'repeat':
      return { ...nothing, instances: size };
  }
}
