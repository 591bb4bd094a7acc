import type { Table } from 'dexie';
import type { DeviceFacts, FactRow, MetaFacts } from './deviceDatabase.ts';

type Facts = DeviceFacts & MetaFacts;

/** Reads one fact. Only this code writes facts, so their shape is trusted. */
export async function readFact<Key extends keyof Facts>(
  table: Table<FactRow, string>,
  key: Key,
): Promise<Facts[Key] | undefined> {
  return (await table.get(key))?.value as Facts[Key] | undefined;
}

export const writeFact = <Key extends keyof Facts>(
  table: Table<FactRow, string>,
  key: Key,
  value: Facts[Key],
): PromiseLike<unknown> => table.put({ key, value });
