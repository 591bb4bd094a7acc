export { signedIn, signedInGuard } from './guards.ts';
export { sessionEndpoint } from './sessionEndpoint.ts';
export { Sessions } from './sessions.ts';
export { SetupCode, hasAdministrator } from './setupCode.ts';
export { setupEndpoint } from './setupEndpoint.ts';
export { signInEndpoint } from './signInEndpoint.ts';
export { signOutEndpoint } from './signOutEndpoint.ts';
