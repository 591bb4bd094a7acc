import { defineMetadata } from './families/defineMetadata.ts';

export const deviceid = defineMetadata({
  name: 'deviceid',
  about: 'Which device',
  bind: 'string',
  preload: 'property',
  preloadParams: 'deviceid',
});
