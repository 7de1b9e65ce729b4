import locales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (path: string) => `${root}${path}`;

/** Entries whose file is there: the shell can be built without the browser host, and the other way round. */
const entries = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files)
      .map(([name, path]) => [name, inRoot(path)] as const)
      .filter(([, path]) => existsSync(path)),
  );
const preloadEntries = entries({ preload: 'electron/shell/preload.ts' });
const rendererEntries = entries({ index: 'renderer/index.html' });

// `package.json` → `imports` resolves `#shared/…` and its siblings; the libraries in `dependencies` stay outside.
export default defineConfig({
  main: {
    build: {
      outDir: inRoot('out/main'),
      minify: true,
      rolldownOptions: {
        input: entries({
          shell: 'electron/shell/main.ts',
          'browser-host': 'electron/browser-host/main.ts',
          cli: 'electron/cli/main.ts',
          'search-worker': 'electron/core/search/worker/search-worker.ts',
        }),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload is one CommonJS file that requires nothing but 'electron'.
  ...(Object.keys(preloadEntries).length > 0 && {
    preload: {
      build: {
        outDir: inRoot('out/preload'),
        minify: true,
        externalizeDeps: false,
        rolldownOptions: {
          input: preloadEntries,
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  }),
  ...(Object.keys(rendererEntries).length > 0 && {
    renderer: {
      root: inRoot('renderer'),
      // React Aria's own words, in the languages that the interface speaks: those of thirty more would come first.
      plugins: [locales.vite({ locales: ['en-US', 'es-ES'] }), react()],
      build: {
        outDir: inRoot('out/renderer'),
        emptyOutDir: true,
        minify: true,
        // The strict content security policy allows no `data:` fonts or pictures.
        assetsInlineLimit: 0,
        // The page and its style come at once; the browser knows how to fetch modules ahead by itself.
        cssCodeSplit: false,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 1000,
        rolldownOptions: {
          input: rendererEntries,
          output: {
            codeSplitting: {
              // What the first screen needs is one file, and what several later parts share is another.
              groups: [
                { name: 'first', tags: ['$initial'], priority: 2 },
                { name: 'shared', minShareCount: 2, priority: 1 },
              ],
            },
          },
        },
      },
    },
  }),
});
