import { textCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';

export const text = defineType({
  name: 'text',
  about: 'Text, short or long',
  codec: textCodec,
  xform: () => ({ control: 'input', bind: 'string' }),
  parameters: { rows: { kind: 'integer', least: 1 } },
  appearances: [
    'numbers',
    'multiline',
    'url',
    'thousands-sep',
    'masked',
    'printer*',
    'ex:*',
    'hidden-answer',
  ],
});
