import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/index.ts';

describe('the pages', () => {
  let server: TestServer;
  const folder = mkdtempSync(join(tmpdir(), 'earshot-pages-'));
  beforeAll(async () => {
    for (const posture of ['terminal', 'console']) {
      mkdirSync(join(folder, posture, 'assets'), { recursive: true });
      writeFileSync(join(folder, posture, 'assets/index-1a2b.js'), `'${posture}'`);
    }
    writeFileSync(join(folder, 'console/assets/index-1a2b.js.br'), brotliCompressSync("'packed'"));
    writeFileSync(join(folder, 'terminal/index.html'), '<p>terminal</p>');
    writeFileSync(join(folder, 'terminal/sw.js'), '// worker');
    writeFileSync(join(folder, 'terminal/manifest.webmanifest'), '{}');
    writeFileSync(
      join(folder, 'console/index.html'),
      '<meta nonce="__CSP_NONCE__"><p nonce="__CSP_NONCE__">',
    );
    writeFileSync(join(folder, 'outside.txt'), 'outside');
    server = await startTestServer({ pagesFolder: folder });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  const get = (path: string, accepts = 'gzip, br') =>
    fetch(server.origin + path, { redirect: 'manual', headers: { 'accept-encoding': accepts } });
  const policy = (reply: Response) => reply.headers.get('content-security-policy') ?? '';

  it('opens the console at the root, and a page without its slash', async () => {
    for (const [from, to] of [
      ['/', '/console/'],
      ['/console', '/console/'],
      ['/terminal', '/terminal/'],
    ] as const) {
      const reply = await get(from);
      expect([reply.status, reply.headers.get('location')]).toEqual([302, to]);
    }
  });

  it('asks for pages, worker and manifest anew, and for hashed assets never again', async () => {
    for (const path of ['/terminal/', '/console/', '/terminal/sw.js', '/terminal/manifest.webmanifest']) {
      const reply = await get(path);
      expect([path, reply.status, reply.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
    }
    const asset = await get('/console/assets/index-1a2b.js', 'identity');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toMatch(/javascript/);
    expect(await asset.text()).toBe("'console'");
  });

  it('hands out what was compressed when it was built, to those who take it', async () => {
    const packed = await get('/console/assets/index-1a2b.js');
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('content-type')).toMatch(/javascript/);
    expect(packed.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await packed.text()).toBe("'packed'");
    const plain = await get('/terminal/assets/index-1a2b.js');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe("'terminal'");
  });

  it('allows nothing from elsewhere and nothing inline', async () => {
    for (const path of [
      '/terminal/',
      '/console/',
      '/terminal/sw.js',
      '/api/nothing',
      '/api/console/session',
    ]) {
      const reply = await get(path);
      expect(policy(reply)).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
      expect(policy(reply)).toContain("frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
      expect(policy(reply)).not.toContain('unsafe');
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
      expect(reply.headers.get('permissions-policy')).toContain('camera=()');
    }
  });

  it('gives each page of the console a nonce of its own for its styles, never for scripts', async () => {
    const nonces = [];
    for (let time = 0; time < 2; time += 1) {
      const reply = await get('/console/');
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy(reply))?.[1] ?? '';
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      expect(await reply.text()).toBe(`<meta nonce="${nonce}"><p nonce="${nonce}">`);
      expect(policy(reply)).toContain("script-src 'self';");
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(policy(await get('/terminal/'))).not.toContain('nonce');
  });

  it.each([
    '/terminal/../outside.txt',
    '/terminal/%2e%2e/outside.txt',
    '/terminal/..%2foutside.txt',
    '/terminal/nothing',
  ])('finds nothing at %s', async (path) => {
    const reply = await get(path);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});
