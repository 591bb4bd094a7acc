import type { Writable } from 'node:stream';
import type { JsonSchemaToTsProvider } from '@fastify/type-provider-json-schema-to-ts';
import Fastify, { LogController } from 'fastify';
import type { App } from './app.ts';
import { endConnections } from './endConnections.ts';
import { answerUnreadable, handleErrors } from './handleErrors.ts';
import { Lobby } from './lobby.ts';
import { parseBodies } from './parseBodies.ts';

/** A client that takes longer than this to send a request is cut off. */
const REQUEST_MILLISECONDS = 60_000;

interface AppOptions {
  readonly logLevel: string;
  /** Whose X-Forwarded-For, -Host and -Proto are believed: `loopback` or addresses, separated by commas; null: nobody's. */
  readonly trustProxy: string | null;
}

/**
 * A Fastify instance with the house's manners: bounded bodies, every error a problem of the catalogue, nothing coerced or removed
 * from what a client sent, and a log that holds no body, no header, no query and no address.
 */
export function createApp(serverId: string, options: AppOptions, log: Writable = process.stderr): App {
  const app: App = Fastify({
    clientErrorHandler: (_error, socket) => {
      answerUnreadable(socket, serverId);
    },
    logger: {
      level: options.logLevel,
      stream: log,
      serializers: {
        req: ({ method, routeOptions }) => ({ method, route: routeOptions.url }),
        res: ({ statusCode }) => ({ statusCode }),
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    requestTimeout: REQUEST_MILLISECONDS,
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false },
    },
  }).withTypeProvider<JsonSchemaToTsProvider>();
  const lobby = new Lobby(() => performance.now());
  app.server.on('connection', () => {
    lobby.knock();
  });
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    lobby.enter(() => {
      if (!raw.destroyed) done();
    });
  });
  handleErrors(app, serverId);
  parseBodies(app);
  endConnections(app);
  return app;
}
