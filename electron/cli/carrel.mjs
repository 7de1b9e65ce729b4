#!/usr/bin/env node
// The `carrel` command. Plain JavaScript: sets up and builds when needed (quietly, on stderr), then runs the built one.
import { tooOld } from '../launcher/node-version.mjs';

const problem = tooOld(process.versions.node);
if (problem === null) {
  import('../launcher/run-cli.mjs')
    .then(({ runCli }) => runCli(process.argv.slice(2)))
    .then(
      (code) => {
        process.exitCode = code;
      },
      (error) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
} else {
  console.error(problem);
  process.exit(1);
}
