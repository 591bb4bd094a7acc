import { timeCodec } from './codecs/dateCodec.ts';
import { defineType } from './defineType.ts';

export const time = defineType({
  name: 'time',
  about: 'A time of day, with the zone of the device',
  codec: timeCodec,
  xform: () => ({ control: 'input', bind: 'time' }),
});
