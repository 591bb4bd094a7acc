import { Dexie } from 'dexie';

const NAME = 'earshot-renewal';

/**
 * Makes the browser write its databases to new files. Chromium keeps all of a page's databases in one LevelDB, which goes on with its former
 * log: where a write was broken off in its middle, for lack of room or of power, the log is read without complaint once, and taken for
 * corrupt when it has been written on; then everything is deleted (crbug.com/460568). To remove a database makes it compact, and that
 * begins another log. Costs a few kilobytes, and must have room: fail here, and the next start finds the former log.
 */
export async function renewLog(): Promise<void> {
  const database = new Dexie(NAME, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ rows: '' });
  await database.open();
  await database.delete();
}
