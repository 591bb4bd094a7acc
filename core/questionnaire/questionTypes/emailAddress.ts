import { trimmedCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';
import { isEmail } from './families/contact.ts';
import { nearestWord } from './nearestWord.ts';

export const emailAddress = defineType({
  name: 'email-address',
  about: 'An e-mail address',
  codec: trimmedCodec,
  xform: () => ({ control: 'input', bind: 'string' }),
  check: (text) => (isEmail(text) ? [] : [{ code: 'badEmail' }]),
  nearest: (question) => ({ type: 'text', appearance: nearestWord('email-address', question) }),
});
