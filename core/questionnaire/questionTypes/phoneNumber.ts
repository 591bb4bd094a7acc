import { trimmedCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';
import { isPhone } from './families/contact.ts';
import { nearestWord } from './nearestWord.ts';

export const phoneNumber = defineType({
  name: 'phone-number',
  about: 'A phone number',
  codec: trimmedCodec,
  xform: () => ({ control: 'input', bind: 'string' }),
  check: (text) => (isPhone(text) ? [] : [{ code: 'badPhone' }]),
  nearest: (question) => ({ type: 'text', appearance: `numbers ${nearestWord('phone-number', question)}` }),
});
