import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Files that other tools made, beside the repository; null where they are not. */
export const sharedFixtures = ((): string | null => {
  const folder =
    process.env['CARREL_FIXTURES'] ?? fileURLToPath(new URL('../../../shared/fixtures', import.meta.url));
  return existsSync(folder) ? folder : null;
})();
