import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const jar = fileURLToPath(new URL('../../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

/** Whether the Nu HTML checker can run here: it needs Java. */
export const hasHtmlChecker = (): boolean => spawnSync('java', ['-version']).status === 0;

/** The errors that the Nu HTML checker finds in HTML and CSS files, one a line; empty when there are none. */
export const htmlErrors = async (paths: readonly string[]): Promise<string> => {
  try {
    await run('java', ['-jar', jar, '--errors-only', '--also-check-css', ...paths], { maxBuffer: 2 ** 26 });
    return '';
  } catch (error) {
    return (error as { stderr?: string }).stderr ?? String(error);
  }
};
