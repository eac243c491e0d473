import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** The program speaks English: each of the control library's other 33 languages becomes a second name of the English. */
const oneLanguage = {
  name: 'one-language',
  enforce: 'pre',
  resolveId(source, importer) {
    const other = /(\/intl\/(?:[\w/-]+\/)?)(?!en-US)[a-z]{2}-[A-Z]{2}(\.\w+)$/.exec(source);
    if (other === null || importer?.includes('node_modules') !== true) return null;
    return this.resolve(source.replace(other[0], `${other[1]}en-US${other[2]}`), importer);
  },
} satisfies Plugin;

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
    plugins: [oneLanguage, react()],
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
