import { textCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';

export const csvExternal = defineType({
  name: 'csv-external',
  about: 'An attached list, named like the question, with .csv',
  asked: false,
  codec: textCodec,
  xform: () => ({ control: 'none', bind: null }),
  flatColumns: () => [],
  cells: () => [],
});
