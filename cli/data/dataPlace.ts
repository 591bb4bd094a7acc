import { dataFolder } from './dataFolder.ts';

/** Where a server's data is: in a folder, or in the PostgreSQL database that DATABASE_URL names. */
export type DataPlace = { readonly folder: string } | { readonly databaseUrl: string };

/** A folder that is named wins; without one the same environment decides as for the server. */
export function dataPlace(flag: string | undefined): DataPlace {
  const databaseUrl = process.env['DATABASE_URL'];
  return flag === undefined && databaseUrl !== undefined
    ? { databaseUrl }
    : { folder: dataFolder(flag) };
}
