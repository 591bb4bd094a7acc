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
  const [script, worker] = await Promise.all([
    bundle(join(import.meta.dirname, 'devicePage.ts')),
    bundle(join(import.meta.dirname, '../../renderer/platform/journal/journalWorker.ts')),
  ]);
  /** The worker's address as the unbundled code names it. */
  const scripts: Readonly<Record<string, string>> = { '/device.js': script, '/journalWorker.ts': worker };
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/') === true && api !== undefined) {
      api(request, response);
      return;
    }
    const text = scripts[request.url ?? ''];
    response.setHeader('content-type', text === undefined ? 'text/html' : 'text/javascript');
    response.end(text ?? '<!doctype html><script type="module" src="/device.js"></script>');
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

async function bundle(entry: string): Promise<string> {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return built.outputFiles[0]?.text ?? '';
}
