import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Targets are set by hand: electron-vite would derive them from the npm package, and the tests may run on an older runtime. */
export default defineConfig({
  main: {
    resolve: { alias: { '@preload': at('preload'), '@resources': at('resources') } },
    build: {
      target: 'node20',
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: { input: { index: at('main/index.ts') }, external: ['electron'] },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out/preload',
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: { index: at('preload/index.ts'), parser: at('preload/parser.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    resolve: {
      alias: { '@core': at('renderer/src/core'), '@preload': at('preload'), '@resources': at('resources') },
    },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      minify: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: at('renderer/index.html'), parser: at('renderer/parser.html') } },
    },
  },
});
