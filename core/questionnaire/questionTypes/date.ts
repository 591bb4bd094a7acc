import { dateCodec } from './codecs/dateCodec.ts';
import { defineType } from './defineType.ts';

export const date = defineType({
  name: 'date',
  about: 'A day',
  codec: dateCodec,
  xform: () => ({ control: 'input', bind: 'date' }),
  appearances: [
    'no-calendar',
    'month-year',
    'year',
    'ethiopian',
    'coptic',
    'islamic',
    'bikram-sambat',
    'myanmar',
    'persian',
    'buddhist',
  ],
});
