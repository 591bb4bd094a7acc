import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/index.ts';

interface Operation {
  readonly summary?: string;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { properties?: object } }>>;
  };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

describe('the documentation of the API', () => {
  let server: TestServer;
  let document: Document;
  beforeAll(async () => {
    server = await startTestServer();
    document = (await (await fetch(`${server.origin}/api/openapi.json`)).json()) as Document;
  });
  afterAll(() => server.stop());

  it('names every endpoint, with a summary, what it takes and what it answers', () => {
    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = server.server.routes
      .filter((route) => route.includes(' /api/') && !route.endsWith('openapi.json'))
      .map((route) => route.replace(/:(\w+)/g, '{$1}'));
    expect(documented.sort()).toEqual([...new Set(routes)].sort());
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const operation of Object.values(operations)) {
        expect(operation.summary, path).toBeTruthy();
        expect(operation.responses['200']?.content, path).toBeDefined();
        expect(operation.responses['4XX']?.content?.['application/problem+json'], path).toBeDefined();
      }
    }
    const push = document.paths['/api/sync/push']?.['post']?.requestBody?.content['application/json']?.schema;
    expect(Object.keys(push?.properties ?? {})).toEqual([
      'protocol',
      'batchId',
      'deviceId',
      'storeEpoch',
      'firstSeq',
      'brief',
      'items',
    ]);
    expect(document.openapi).toBe('3.1.0');
  });
});
