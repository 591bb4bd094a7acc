import type { DataNode } from './dataNode.ts';
import type { DateValue } from './dates/dateValue.ts';

/** What an expression may come to. A node-set is an array in document order. */
export type Value = string | number | boolean | DateValue | readonly DataNode[];

export type ValueType = 'string' | 'number' | 'boolean' | 'date' | 'nodes' | 'any';
