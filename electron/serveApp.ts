import { readFile } from 'node:fs/promises';
import { appFile } from './appFile.ts';
import { contentType } from './contentType.ts';
import { SECURITY_HEADERS } from './securityHeaders.ts';

const missing = (): Response => new Response('Not found', { status: 404, headers: SECURITY_HEADERS });

/** Answers app:// requests from the folder of the built terminal: Electron knows no service worker on a scheme of its own. */
export const serveApp =
  (folder: string) =>
  async (request: { readonly url: string }): Promise<Response> => {
    const file = appFile(request.url, folder);
    if (file === null) return missing();
    try {
      const body = await readFile(file);
      return new Response(body, { headers: { ...SECURITY_HEADERS, 'content-type': contentType(file) } });
    } catch {
      return missing();
    }
  };
