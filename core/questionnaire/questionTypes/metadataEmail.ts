import { defineMetadata } from './families/defineMetadata.ts';

export const metadataEmail = defineMetadata({
  name: 'email',
  about: 'The e-mail address of who is signed in',
  bind: 'string',
  preload: 'property',
  preloadParams: 'email',
});
