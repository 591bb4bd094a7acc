import { textCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';
import { nearestWord } from './nearestWord.ts';

export const statement = defineType({
  name: 'statement',
  about: 'A page to read, with a picture if wanted; nothing is answered',
  codec: textCodec,
  xform: () => ({ control: 'input', bind: 'string' }),
  nearest: (question) => ({ type: 'note', appearance: nearestWord('statement', question) }),
});
