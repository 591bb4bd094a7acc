import { geopointCodec } from './codecs/geoCodec.ts';
import { defineType } from './defineType.ts';

export const geopoint = defineType({
  name: 'geopoint',
  about: 'A place',
  codec: geopointCodec,
  xform: () => ({ control: 'input', bind: 'geopoint' }),
  parameters: {
    'capture-accuracy': { kind: 'number', least: 0, fallback: '5' },
    'warning-accuracy': { kind: 'number', least: 0, fallback: '100' },
    'allow-mock-accuracy': { kind: 'boolean', fallback: 'false' },
    'reference-geometry': { kind: 'places' },
  },
  appearances: ['maps', 'placement-map', 'hide-input'],
  flatColumns: () => [
    { suffix: 'latitude', kind: 'number' },
    { suffix: 'longitude', kind: 'number' },
    { suffix: 'altitude', kind: 'number' },
    { suffix: 'accuracy', kind: 'number' },
  ],
  cells: ({ latitude, longitude, altitude, accuracy }) => [latitude, longitude, altitude, accuracy],
});
