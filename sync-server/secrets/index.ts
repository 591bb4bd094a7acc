export { hashSecret, newSecret, sameHash } from './secret.ts';
export { SharedKeys } from './sharedKeys.ts';
export { SignedSecrets } from './signedSecrets.ts';
