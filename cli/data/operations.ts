/** Loaded only by the commands that need it: reading a form must not wait for a database. */
export const operations = () => import('../../sync-server/operations/index.ts');
