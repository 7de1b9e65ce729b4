import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startChild } from '#tests/support/child-process.ts';
import { newLibrary, reopen } from '#tests/support/open-datastore.ts';

const rounds = 15;

it('loses no acknowledged edit when the process is killed at any moment', async () => {
  const paths = await newLibrary();
  const acknowledged = new Map<string, string>();
  let lastSeq = 0;
  for (let round = 0; round < rounds; round += 1) {
    const child = startChild('kill-child.ts', [paths.root]);
    await child.printed('open');
    await wait(5 + Math.random() * 120);
    await child.kill();
    for (const line of child.lines().slice(1)) {
      const [seq, id = '', title = ''] = line.split(' ');
      lastSeq = Math.max(lastSeq, Number(seq));
      acknowledged.set(id, title);
    }
    const datastore = await reopen(paths);
    const titles = new Map(
      Object.values(datastore.tables.topics).map(({ id, title }) => [String(id), title]),
    );
    // A later edit may have reached the disk unanswered, so "Water" may be "Sea" by now, but never the other way.
    const lost = [...acknowledged].filter(
      ([id, title]) => titles.get(id) !== title && titles.get(id) !== 'Sea',
    );
    expect(lost).toEqual([]);
    expect(datastore.historyState().seq).toBeGreaterThanOrEqual(lastSeq);
    expect(datastore.recovery.filter(({ key }) => key === 'broken-journal')).toEqual([]);
    await datastore.close();
  }
  expect(acknowledged.size).toBeGreaterThan(rounds);
}, 120_000);
