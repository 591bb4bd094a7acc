import { problemSchema } from '../../core/protocol/index.ts';

const problem = {
  description: 'A problem of the catalogue (core/protocol/problems.ts)',
  content: { 'application/problem+json': { schema: problemSchema } },
} as const;

/** The `response` part of an endpoint's schema: what it answers, and that every refusal is a problem. */
export const replies = <const Schema>(schema: Schema) =>
  ({ 200: schema, '4xx': problem, '5xx': problem }) as const;
