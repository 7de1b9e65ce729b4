import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

const project = (
  name: string,
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({
  root,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...test },
});

export default defineConfig({
  root,
  test: {
    // One worker for each processor: on two of them, a worker less is half of the speed.
    maxWorkers: '100%',
    projects: [
      project('architecture', { testTimeout: 30_000 }),
      project('unit', { exclude: ['tests/unit/renderer/**'], testTimeout: 30_000 }),
      project('renderer', {
        include: ['tests/unit/renderer/**/*.test.{ts,tsx}'],
        environment: 'happy-dom',
        setupFiles: ['tests/support/patient-queries.ts'],
        testTimeout: 60_000,
        retry: 1,
      }),
      // Starts browsers, converters and child processes: what fails once is run once more, and the report says so.
      project('integration', { testTimeout: 60_000, hookTimeout: 120_000, retry: 1 }),
      project('contract', { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('conformance', { testTimeout: 120_000 }),
      // Browsers and hosts want the machine to themselves.
      project('e2e', {
        include: ['tests/e2e/**/*.e2e.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
        // A window needs a moment to show what has been done.
        expect: { poll: { timeout: 10_000 } },
        fileParallelism: false,
        sequence: { groupOrder: 1 },
        // Windows on a machine that does other things as well: a journey that fails once is walked once more.
        retry: 1,
      }),
    ],
  },
});
