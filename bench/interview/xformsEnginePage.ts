import { loadForm } from '@getodk/xforms-engine';
import { offerBench } from './pageBench.ts';
import { shapeOf } from './shapes.ts';
import { toXForm } from './toXForm.ts';

/** What the bench uses of the engine's tree. */
interface Node {
  readonly currentState: { readonly reference: string; readonly children: readonly Node[] | null };
  setValue?(value: bigint): void;
}

let answers: ((value: bigint) => void)[] = [];

offerBench({
  open: async (shape, size) => {
    const xform = toXForm(shapeOf(shape, size));
    const start = performance.now();
    const result = await loadForm(xform);
    const load = performance.now() - start;
    if (result.status === 'failure') throw new Error(result.error.message);
    const { root } = result.createInstance({ stateFactory: <T extends object>(state: T): T => state });
    const create = performance.now() - start - load;
    const children = (root as unknown as Node).currentState.children ?? [];
    answers =
      shape === 'repeat'
        ? (children[0]?.currentState.children ?? []).map((instance) =>
            setter(instance.currentState.children?.[0]),
          )
        : children.filter((node) => 'setValue' in node).map(setter);
    return { load, create };
  },
  answer: (index, value) => answers[index]?.(BigInt(value)),
});

function setter(node: Node | undefined): (value: bigint) => void {
  if (node?.setValue === undefined) throw new Error('no question here');
  return (value) => node.setValue?.(value);
}
