// `npm test [-- filters]`. Plain JavaScript that any Node since 14 can read, so that an old one is told what it needs.
import { tooOld } from './node-version.mjs';

const problem = tooOld(process.versions.node);
if (problem === null) {
  import('./test-run.mjs')
    .then(({ testRun }) => testRun(process.argv.slice(2)))
    .then(
      (code) => process.exit(code),
      (error) => {
        console.error(error instanceof Error ? error.message : error);
        console.log('0 passed, 1 failed');
        process.exit(1);
      },
    );
} else {
  console.error(problem);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
