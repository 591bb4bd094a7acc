import { readForm } from '../readForm.ts';
import { peakMegabytes } from './peakMegabytes.ts';

/** Reads the form that the command names, and prints what is said of it and the most memory that took. */
const [, , file = ''] = process.argv;
const { definition, findings } = await readForm(file);
const said = {
  ok: definition !== null,
  names: definition?.elements.map(({ name }) => name) ?? [],
  errors: findings.filter(({ severity }) => severity === 'error'),
  peakMegabytes: peakMegabytes(),
};
process.stdout.write(JSON.stringify(said));
