import type { PushItem } from '../../../core/protocol/index.ts';

/** An item as it lies packed: what follows on the item before it need not name its chain (B11). */
export type PackedItem = Omit<PushItem, 'chain'> & { readonly chain?: string };

/** How a rehearsed device puts many items together. */
export type Packing = (items: readonly PackedItem[]) => ArrayBuffer;

/** In JSON with commas between, as they cross a wire that is not rehearsed. */
export const packWritten: Packing = (items) =>
  new TextEncoder().encode(items.map((item) => JSON.stringify(item)).join(',')).buffer;

const contents = new WeakMap<ArrayBuffer, readonly PackedItem[]>();

/** By reference: a month of twenty devices would be spent on writing and reading the same JSON. */
export const packByName: Packing = (items) => {
  const packed = new ArrayBuffer(0);
  contents.set(packed, items);
  return packed;
};

/** `null`: that was never packed. */
export function unpack(members: readonly ArrayBuffer[]): readonly PackedItem[] | null {
  const named = members.map((member) => contents.get(member));
  if (named.every((items) => items !== undefined)) return named.flat();
  try {
    const text = members.map((member) => new TextDecoder().decode(member)).join(',');
    return JSON.parse(`[${text}]`) as readonly PackedItem[];
  } catch {
    return null;
  }
}
