import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
const project = (name: string, extra: object = {}) => ({
  root,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

export default defineConfig({
  root,
  test: {
    projects: [
      project('architecture'),
      project('unit', { exclude: ['tests/unit/renderer/**'] }),
      { root, test: { name: 'renderer', include: ['tests/unit/renderer/**/*.test.{ts,tsx}'], environment: 'happy-dom' } },
      project('integration', { testTimeout: 30_000 }),
      project('contract', { testTimeout: 30_000 }),
      project('conformance', { testTimeout: 120_000 }),
      {
        root,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
