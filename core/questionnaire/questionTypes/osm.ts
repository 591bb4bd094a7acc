import { mediaCodec } from './codecs/mediaCodec.ts';
import { defineType } from './defineType.ts';

export const osm = defineType({
  name: 'osm',
  about: 'An edit of OpenStreetMap, as a file',
  codec: mediaCodec,
  choices: 'tagList',
  xform: () => ({ control: 'upload', bind: 'binary', mediatype: 'osm/*' }),
});
