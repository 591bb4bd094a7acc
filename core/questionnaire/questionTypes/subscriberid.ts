import { defineMetadata } from './families/defineMetadata.ts';

export const subscriberid = defineMetadata({
  name: 'subscriberid',
  about: 'The number of the mobile subscription (before Android 11)',
  bind: 'string',
  preload: 'property',
  preloadParams: 'subscriberid',
});
