import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './app.ts';
import { Refusal } from './refusal.ts';

const NONCE = '__CSP_NONCE__';
const YEAR = 31_536_000;
const POSTURES = ['terminal', 'console'] as const;

/** Nothing from elsewhere, nothing inline; styles that the console makes at run time carry the nonce of their page. */
const contentPolicy = (nonce?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

const MANNERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const;

/** The built terminal and console from `folder`, each under its own path. */
export async function servePages(app: App, folder: string): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ ...MANNERS, 'content-security-policy': contentPolicy() });
  });
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console/'));
  for (const posture of POSTURES) {
    const root = join(folder, posture);
    app.get(`/${posture}`, { schema: { hide: true } }, (_request, reply) => reply.redirect(`/${posture}/`));
    app.get(`/${posture}/`, { schema: { hide: true } }, async (_request, reply) => {
      const page = await readPage(root);
      const nonce = page.includes(NONCE) ? randomBytes(16).toString('base64') : undefined;
      return reply
        .headers({ 'cache-control': 'no-cache', 'content-security-policy': contentPolicy(nonce) })
        .type('text/html; charset=utf-8')
        .send(page.replaceAll(NONCE, nonce ?? ''));
    });
    await app.register(fastifyStatic, {
      root,
      prefix: `/${posture}/`,
      decorateReply: false,
      index: false,
      preCompressed: true,
      schemaHide: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.setHeader('vary', 'accept-encoding');
        response.setHeader('cache-control', cacheControl(path.slice(root.length + 1)));
      },
    });
  }
}

async function readPage(root: string): Promise<string> {
  try {
    return await readFile(join(root, 'index.html'), 'utf8');
  } catch {
    throw new Refusal('not_found', 'This page has not been built; run `npm run build`.');
  }
}

/** Names in assets/ change with their content; everything else is asked for anew. */
const cacheControl = (path: string): string =>
  path.startsWith('assets') ? `public, max-age=${String(YEAR)}, immutable` : 'no-cache';
