/**
 * Run as a process of its own: asks the search thread something, leaves its answer lying until the thread is being
 * stopped, and prints a line when it is. A program in which nothing else happens ends too early if that keeps it from waiting.
 */
import { startIndexWorker } from '#core/search/worker/start-worker.ts';

const worker = startIndexWorker();
await worker.ask({ kind: 'count', queries: [] });
const asked = worker.ask({ kind: 'count', queries: [] });
// The thread answers meanwhile; this one does not look.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
await worker.stop();
await asked.catch(() => undefined);
process.stdout.write('stopped\n');
