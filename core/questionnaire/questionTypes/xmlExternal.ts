import { textCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';

export const xmlExternal = defineType({
  name: 'xml-external',
  about: 'An attached list, named like the question, with .xml',
  asked: false,
  codec: textCodec,
  xform: () => ({ control: 'none', bind: null }),
  flatColumns: () => [],
  cells: () => [],
});
