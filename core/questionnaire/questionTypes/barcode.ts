import { textCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';

export const barcode = defineType({
  name: 'barcode',
  about: 'What a scanned code says',
  codec: textCodec,
  xform: () => ({ control: 'input', bind: 'barcode' }),
  appearances: ['front', 'hidden-answer'],
});
