export { hashSecret, newSecret, sameHash } from './secret.ts';
