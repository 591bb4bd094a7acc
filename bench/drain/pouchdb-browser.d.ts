/** The package brings no types; this is what the bench uses of it. */
declare module 'pouchdb-browser' {
  interface Pouch {
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    readonly replicate: {
      to(remote: string, options: object): Promise<{ ok: boolean; docs_written: number }>;
    };
    destroy(): Promise<void>;
  }
  const PouchDB: new (name: string) => Pouch;
  // eslint-disable-next-line no-restricted-exports -- not our module: it says what the package does.
  export default PouchDB;
  export type { Pouch };
}
