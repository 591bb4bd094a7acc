import { integerCodec } from './codecs/numberCodec.ts';
import { defineType } from './defineType.ts';

export const integer = defineType({
  name: 'integer',
  about: 'A whole number',
  codec: integerCodec,
  xform: () => ({ control: 'input', bind: 'int' }),
  appearances: ['thousands-sep', 'counter', 'ex:*'],
});
