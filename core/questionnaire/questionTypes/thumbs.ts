import { wordCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';
import { nearestWord } from './nearestWord.ts';

const thumbNames = ['up', 'down'];

export const thumbs = defineType({
  name: 'thumbs',
  about: 'A thumb up or down',
  codec: wordCodec(thumbNames),
  choices: 'optionalList',
  xform: () => ({ control: 'select1', bind: 'string' }),
  nearest: (question) => ({
    type: 'select_one',
    appearance: `likert ${nearestWord('thumbs', question)}`,
    choiceNames: thumbNames,
  }),
});
