/**
 * Given to a program with `--import`: answers each message of the one who started it with the longest time that its event
 * loop did not get its turn since the last one, in ms by the clock and of the processor.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

// What the thread worked between two looks at it is one turn, or several short ones.
let worked = 0;
let longest = 0;
const now = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
setInterval(() => {
  const before = worked;
  worked = now();
  longest = Math.max(longest, worked - before);
}, 1).unref();

process.on('message', () => {
  process.send?.({ time: delay.max / 1e6, work: longest });
  delay.reset();
  worked = now();
  longest = 0;
});
// Being able to be asked is no reason to stay.
process.channel?.unref();
