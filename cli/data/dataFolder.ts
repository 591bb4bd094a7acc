import { resolve } from 'node:path';

/** The server's data folder: the flag, else the environment, else what `npm start` takes. */
export const dataFolder = (flag: string | undefined): string =>
  resolve(flag ?? process.env['EARSHOT_DATA'] ?? 'data');
