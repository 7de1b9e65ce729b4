import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run pictures`: no tests, but pictures of everything the window can show, to be looked at. */
export default defineConfig({
  root,
  test: {
    include: ['tests/pictures/*.pictures.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    fileParallelism: false,
  },
});
