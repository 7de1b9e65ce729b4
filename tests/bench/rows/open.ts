import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { benchFolder } from '../bench-folder.ts';
import { makeBenchLibrary } from '../make-library.ts';
import { inTurn, median } from '../measure.ts';
import { openBenchCore } from '../open-bench-core.ts';
import type { Group, Row } from '../row.ts';
import type { TopicId } from '#shared/model/ids.ts';

/** From nothing to what the first screen asks for. */
const openToFirstScreen = async (dir: string): Promise<() => Promise<void>> => {
  const core = await openBenchCore(dir);
  await core.call('session.get', {});
  const tree = await core.call('topics.tree', {});
  await core.call('topics.board', { topicId: tree[0]?.id as TopicId });
  return core.close;
};

/** Of a smaller library.json, in bytes, what the program itself keeps and lets go weighs more than the library. */
const tellingSize = 50_000_000;

const megabytes = (bytes: number) => bytes / 1_000_000;

/** Heap and buffers that are in use after a collection. */
const memoryInUse = (): number => {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
};

/** Opening a large library, and what it then weighs in memory. */
export const openRows: Group = async ({ resources, runs }) => {
  const folder = await benchFolder();
  const paths = await makeBenchLibrary(join(folder.path, 'library'), resources);
  // Once, so that it is as Carrel leaves it: with a backup of the day and whatever it keeps in its cache.
  await (
    await openToFirstScreen(paths.root)
  )();
  const times: number[] = [];
  const beside = await inTurn(
    {
      carrel: async () => {
        const start = performance.now();
        const close = await openToFirstScreen(paths.root);
        times.push(performance.now() - start);
        await close();
      },
      other: async () => JSON.parse(await readFile(paths.snapshot, 'utf8')) as unknown,
    },
    runs,
  );
  const opened = median(times.slice(1));
  const { size } = await stat(paths.snapshot);
  const before = memoryInUse();
  const core = await openBenchCore(paths.root);
  const held = memoryInUse() - before;
  await core.close();
  await folder.remove();
  const at = `${resources.toLocaleString('en')} resources`;
  const memoryRow: Row = {
    work: `core memory at ${at}`,
    anchor: 'bytes of library.json',
    ratio: held / size,
    goal: 4,
    carrel: megabytes(held),
    other: megabytes(size),
    unit: 'MB',
    runs: 1,
    longestTask: null,
    note: '',
  };
  return [
    {
      work: `open ${at} to first screen data`,
      anchor: 'read + JSON.parse of the same bytes',
      ratio: opened / beside.other,
      goal: 1.6,
      carrel: opened,
      other: beside.other,
      unit: 'ms',
      runs,
      longestTask: null,
      note: '',
    },
    ...(size < tellingSize ? [] : [memoryRow]),
  ];
};
