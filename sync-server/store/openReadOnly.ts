import Database from 'better-sqlite3';

/** Looks into a database file, whoever else has it open; nothing can be written through this. Close it. */
export const openReadOnly = (path: string): Database.Database =>
  new Database(path, { readonly: true, timeout: 10_000 });
