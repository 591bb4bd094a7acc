import { defineMetadata } from './families/defineMetadata.ts';

export const end = defineMetadata({
  name: 'end',
  about: 'When the response ended',
  bind: 'dateTime',
  preload: 'timestamp',
  preloadParams: 'end',
});
