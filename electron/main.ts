/** The shell: wiring only. Every decision is a function of its own in this folder, tested without Electron. */
import { join } from 'node:path';
import { BrowserWindow, Menu, app, powerSaveBlocker, protocol, session } from 'electron';
import { SCHEME, START } from './appFile.ts';
import { isLockedKey, mayClose } from './kioskLock.ts';
import { mayNavigate } from './navigation.ts';
import { mayHave } from './permissions.ts';
import { serveApp } from './serveApp.ts';
import { shellSettings } from './shellSettings.ts';
import { windowOptions } from './windowOptions.ts';

const settings = shellSettings(process.argv);
const state = { locked: settings.locked, quitting: false };

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

function guardSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  defaultSession.setPermissionRequestHandler((contents, permission, decide) =>
    decide(mayHave(permission, contents.getURL())),
  );
  defaultSession.on('will-download', (event) => event.preventDefault());
}

function guardWindow(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  for (const name of ['will-navigate', 'will-redirect'] as const) {
    webContents.on(name as 'will-navigate', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault();
    });
  }
  webContents.on('before-input-event', (event, input) => {
    if (state.locked && isLockedKey(input)) event.preventDefault();
  });
  window.on('close', (event) => {
    if (!mayClose(state)) event.preventDefault();
  });
}

async function openTerminal(): Promise<BrowserWindow> {
  const window = new BrowserWindow(windowOptions(settings));
  guardWindow(window);
  window.once('ready-to-show', () => window.show());
  // What crashed or hung comes back: nobody stands behind a terminal to restart it.
  window.webContents.on('render-process-gone', () => window.webContents.reload());
  window.on('unresponsive', () => window.webContents.forcefullyCrashRenderer());
  await window.loadURL(`${START}${settings.startPath}`);
  return window;
}

async function start(): Promise<void> {
  await app.whenReady();
  Menu.setApplicationMenu(null);
  protocol.handle(SCHEME, serveApp(join(app.getAppPath(), 'dist', 'terminal')));
  guardSession();
  if (state.locked) powerSaveBlocker.start('prevent-display-sleep');
  const window = await openTerminal();
  app.on('second-instance', () => window.focus());
}

app.on('before-quit', () => {
  state.quitting = true;
});
app.on('window-all-closed', () => app.quit());

// Two shells on one profile would be two writers of one database.
if (app.requestSingleInstanceLock()) void start();
else app.quit();
