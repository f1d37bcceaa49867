import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const fromRoot = (path: string): string => resolve(import.meta.dirname, path);

/**
 * Three bundles: main (ES module), preload (one CommonJS file: a sandboxed preload cannot import), the page.
 *
 * The targets are those of Electron 33, the oldest runtime that the bench supports, whatever Electron is installed.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      rolldownOptions: {
        input: { index: fromRoot('main/index.ts') },
        external: ['electron', 'koffi', /^steamworks\.js/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: fromRoot('preload/index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      outDir: fromRoot('out/renderer'),
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // What the first paint needs in one script and one sheet: thirty small files cost more than one.
      cssCodeSplit: false,
      rolldownOptions: {
        input: fromRoot('renderer/index.html'),
        output: { codeSplitting: { groups: [{ name: 'bench', tags: ['$initial'] }] } },
      },
    },
  },
});
