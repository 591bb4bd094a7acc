import { defineMetadata } from './families/defineMetadata.ts';

export const metadataPhonenumber = defineMetadata({
  name: 'phonenumber',
  about: 'The phone number of who is signed in',
  bind: 'string',
  preload: 'property',
  preloadParams: 'phonenumber',
});
