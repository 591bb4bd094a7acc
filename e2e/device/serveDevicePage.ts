import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { DevicePage } from './devicePage.ts';

declare global {
  interface Window {
    device: DevicePage;
  }
}

export interface DevicePageServer {
  readonly url: string;
  close(): void;
}

/** Serves a page that holds the device's memory and pump, and nothing else. Requests below /api go to `api`, if there is one. */
export async function serveDevicePage(api?: RequestListener): Promise<DevicePageServer> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'devicePage.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/') === true && api !== undefined) {
      api(request, response);
      return;
    }
    const isScript = request.url === '/device.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><script type="module" src="/device.js"></script>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
