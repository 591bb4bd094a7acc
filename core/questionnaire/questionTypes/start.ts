import { defineMetadata } from './families/defineMetadata.ts';

export const start = defineMetadata({
  name: 'start',
  about: 'When the response began',
  bind: 'dateTime',
  preload: 'timestamp',
  preloadParams: 'start',
});
