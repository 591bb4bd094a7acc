import pg from 'pg';

/** Makes a database beside the one that `url` names; gives its address. Copied from `template` where one is given. */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `create database ${name} encoding 'UTF8' template ${template ?? 'template0'} strategy wal_log`,
    );
  } finally {
    await client.end();
  }
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
