import type { BrowserWindowConstructorOptions } from 'electron';

/**
 * The page is treated like a page from anywhere: its own process in the sandbox, no Node, no preload, no second window, no
 * developer tools where customers stand.
 */
export function windowOptions({ locked }: { readonly locked: boolean }): BrowserWindowConstructorOptions {
  return {
    show: false,
    width: 1080,
    height: 1920,
    backgroundColor: '#faf7f0',
    title: 'Earshot',
    autoHideMenuBar: true,
    kiosk: locked,
    fullscreen: locked,
    frame: !locked,
    closable: true,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !locked,
      // A terminal that dims its screen still has an outbox to empty.
      backgroundThrottling: false,
    },
  };
}
