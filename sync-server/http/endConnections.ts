import type { App } from './app.ts';

/** What is being answered when the server is stopped may be answered to its end, within reason. */
const LAST_ANSWERS_MILLISECONDS = 2_000;

/** Browsers open connections in advance and never use them: Node would wait for their first request for a minute and more. */
export function endConnections(app: App): void {
  app.addHook('preClose', (done) => {
    const patience = setTimeout(() => {
      app.server.closeAllConnections();
    }, LAST_ANSWERS_MILLISECONDS);
    app.server.once('close', () => {
      clearTimeout(patience);
    });
    done();
  });
}
