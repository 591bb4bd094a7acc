import { defineMetadata } from './families/defineMetadata.ts';

export const simserial = defineMetadata({
  name: 'simserial',
  about: 'The number of the SIM card (before Android 11)',
  bind: 'string',
  preload: 'property',
  preloadParams: 'simserial',
});
