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
      plugins: [react()],
      build: {
        outDir: inRoot('out/renderer'),
        emptyOutDir: true,
        minify: true,
        // The strict content security policy allows no `data:` fonts or pictures.
        assetsInlineLimit: 0,
        // Everything comes from this computer: one file is as good as several.
        chunkSizeWarningLimit: 4000,
        rolldownOptions: { input: rendererEntries },
      },
    },
  }),
});
