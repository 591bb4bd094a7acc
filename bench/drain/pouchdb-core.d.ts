/** These packages bring no types; this is what the bench uses of them. */
declare module 'pouchdb-core' {
  interface Database {
    info(): Promise<object>;
    revsDiff(revisions: object): Promise<object>;
    /** `{ docs, new_edits }`, as it comes over the wire. */
    bulkDocs(request: object): Promise<unknown>;
    put(document: object): Promise<unknown>;
    get(id: string): Promise<object>;
  }
  interface DatabaseClass {
    new (path: string, options: { readonly adapter: string }): Database;
    plugin(plugin: unknown): DatabaseClass;
  }
  const PouchDb: DatabaseClass;
  // eslint-disable-next-line no-restricted-exports -- not our module: it says what the package does.
  export default PouchDb;
  export type { Database };
}

declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown;
  // eslint-disable-next-line no-restricted-exports -- not our module: it says what the package does.
  export default plugin;
}
