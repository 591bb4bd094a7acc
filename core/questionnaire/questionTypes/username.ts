import { defineMetadata } from './families/defineMetadata.ts';

export const username = defineMetadata({
  name: 'username',
  about: 'Who is signed in',
  bind: 'string',
  preload: 'property',
  preloadParams: 'username',
});
