import type { KyselyPlugin } from 'kysely';

/**
 * Refuses what is not a question. Said here and not to the database's session, as a pooler in transaction mode gives a session to
 * whoever comes next.
 */
export const selectOnly: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind === 'SelectQueryNode' || node.kind === 'RawNode') return node;
    throw new Error(`${node.kind}: nothing can be written through the reading connections`);
  },
  transformResult: ({ result }) => Promise.resolve(result),
};
