import { dateTimeCodec } from './codecs/dateCodec.ts';
import { defineType } from './defineType.ts';

export const dateTime = defineType({
  name: 'dateTime',
  about: 'A day and a time, with the zone of the device',
  codec: dateTimeCodec,
  xform: () => ({ control: 'input', bind: 'dateTime' }),
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
