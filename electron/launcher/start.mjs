// `npm start`. Plain JavaScript that any Node since 14 can read, so that an old one is told what it needs.
import { tooOld } from './node-version.mjs';

const problem = tooOld(process.versions.node);
if (problem === null) {
  import('./launch.mjs')
    .then(({ launch }) => launch(process.argv.slice(2)))
    .then(
      (code) => process.exit(code),
      (error) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
} else {
  console.error(problem);
  process.exit(1);
}
