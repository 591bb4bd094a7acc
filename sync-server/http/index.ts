export type { App } from './app.ts';
export { createApp } from './createApp.ts';
export { documentApi } from './documentApi.ts';
export type { Guard } from './guard.ts';
export { packReply } from './packReply.ts';
export { Refusal } from './refusal.ts';
export { replies } from './replies.ts';
export { servePages } from './servePages.ts';
