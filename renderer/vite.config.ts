import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin, UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const POSTURES = ['terminal', 'console'] as const;
type Posture = (typeof POSTURES)[number];

const HERE = import.meta.dirname;

/** Built apart, so that nothing of the console can slip into the terminal, each is served as the index of its own folder. */
function asIndex(posture: Posture): Plugin {
  return {
    name: 'earshot-as-index',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle[`${posture}.html`];
      if (page !== undefined) page.fileName = 'index.html';
    },
  };
}

/**
 * The whole terminal is fetched once and then lives without a server. A new version waits until the page says that nobody is in
 * the middle of an answer (`prompt`: no skipWaiting of its own accord); `clientsClaim` only matters at the first visit, which
 * would otherwise stay uncontrolled until a reload.
 */
const offline = () =>
  VitePWA({
    registerType: 'prompt',
    injectRegister: null,
    filename: 'sw.js',
    manifestFilename: 'manifest.webmanifest',
    includeManifestIcons: false,
    manifest: {
      id: '/terminal/',
      name: 'Earshot terminal',
      short_name: 'Earshot',
      description: 'Hears customers where there is no network.',
      start_url: '/terminal/',
      scope: '/terminal/',
      display: 'fullscreen',
      orientation: 'any',
      background_color: '#faf7f0',
      theme_color: '#faf7f0',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{html,js,css,json,webmanifest,svg,png,webp,woff2,mp3,ogg,wasm}'],
      globIgnores: ['build.json'],
      navigateFallback: 'index.html',
      clientsClaim: true,
      skipWaiting: false,
      cleanupOutdatedCaches: true,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
    },
  });

const isPosture = (mode: string): mode is Posture => (POSTURES as readonly string[]).includes(mode);

/** `vite build --mode terminal` and `vite build --mode console`; `vite --mode terminal` serves one while it is worked on. */
export default defineConfig(({ mode }): UserConfig => {
  if (!isPosture(mode)) throw new Error(`--mode ${POSTURES.join('|')}, not "${mode}"`);
  return {
    root: HERE,
    base: `/${mode}/`,
    publicDir: join(HERE, '../assets/icons'),
    plugins: [react(), asIndex(mode), ...(mode === 'terminal' ? [offline()] : [])],
    // Readers of rare formats are loaded only when one is dropped.
    worker: { format: 'es' },
    build: {
      outDir: join(HERE, '../dist', mode),
      emptyOutDir: true,
      target: 'es2022',
      // A data: address would need a hole in the Content-Security-Policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: 'build.json',
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: join(HERE, `${mode}.html`), checks: { bundlerTimings: false } },
    },
    server: {
      open: `/${mode}.html`,
      proxy: { '/api': process.env['EARSHOT_SERVER'] ?? 'http://127.0.0.1:4400' },
    },
  };
});
