import fastifySwagger from '@fastify/swagger';
import type { App } from './app.ts';

/** Collects the schemas of the endpoints that are added after it, and serves them as OpenAPI. */
export async function documentApi(app: App, version: string): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Earshot sync server',
        version,
        description: 'Rules and their numbers: core/protocol/SPEC.md. Refusals are problems (RFC 9457).',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'device', description: 'What devices and the server say to each other' },
        { name: 'console', description: 'What the console asks' },
      ],
      components: {
        securitySchemes: {
          deviceToken: { type: 'http', scheme: 'bearer', description: 'the token of a hello' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'earshot_session',
            description: 'over https: __Host-earshot_session',
          },
        },
      },
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
