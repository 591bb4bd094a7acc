import { defineMetadata } from './families/defineMetadata.ts';

export const today = defineMetadata({
  name: 'today',
  about: 'The day when the response began',
  bind: 'date',
  preload: 'date',
  preloadParams: 'today',
});
