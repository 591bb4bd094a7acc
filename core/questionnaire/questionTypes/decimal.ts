import { decimalCodec } from './codecs/numberCodec.ts';
import { defineType } from './defineType.ts';

export const decimal = defineType({
  name: 'decimal',
  about: 'A number',
  codec: decimalCodec,
  xform: () => ({ control: 'input', bind: 'decimal' }),
  appearances: ['thousands-sep', 'bearing', 'ex:*'],
});
