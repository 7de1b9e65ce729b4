import { describe, expect, it } from 'vitest';
import { createEvents } from '#core/door/events.ts';
import { createJobs } from '#core/jobs/create-jobs.ts';
import { systemIds } from '#core/system.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { memoryLogger } from '#tests/support/memory-logger.ts';

const setUp = () => {
  const clock = fakeClock();
  const logger = memoryLogger();
  const events = createEvents(logger);
  const heard: Job[] = [];
  events.subscribe((event) => {
    if (event.type === 'job') heard.push(event.job);
  });
  return { clock, logger, heard, jobs: createJobs({ clock, ids: systemIds, events, logger }) };
};

describe('jobs', () => {
  it('answers the id before the work begins, and the result when it has ended', async () => {
    const { jobs } = setUp();
    let begun = false;
    const id = jobs.start('export', async ({ progress }) => {
      begun = true;
      progress(3, 3);
      return { files: 3 };
    });
    expect(begun).toBe(false);
    expect(jobs.get(id).state).toBe('running');
    const job = await jobs.ended(id);
    expect(job).toEqual({
      id,
      kind: 'export',
      state: 'done',
      done: 3,
      total: 3,
      result: { files: 3 },
      error: null,
    });
    expect(jobs.get(id)).toEqual(job);
  });

  it('says far fewer events than steps, and always the last one', async () => {
    const { jobs, heard } = setUp();
    const id = jobs.start('import', async ({ progress }) => {
      for (let step = 1; step <= 10_000; step += 1) progress(step, 10_000);
      return null;
    });
    await jobs.ended(id);
    expect(heard.length).toBeLessThan(20);
    expect(heard.at(-1)).toMatchObject({ state: 'done', done: 10_000 });
  });

  it('aborts the work when cancelled and calls that cancelled, not failed', async () => {
    const { jobs } = setUp();
    const id = jobs.start(
      'import',
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    await Promise.resolve();
    jobs.cancel(id);
    expect(await jobs.ended(id)).toMatchObject({ state: 'cancelled', error: null });
  });

  it('hands on a failure that is meant for people and hides any other behind a reference', async () => {
    const { jobs, logger } = setUp();
    const known = jobs.start('import', () =>
      Promise.reject(new CarrelError('file-format', 'Not a table.', { reason: 'not-a-table' })),
    );
    const unknown = jobs.start('import', () => Promise.reject(new Error('secret /home/me')));
    expect((await jobs.ended(known)).error).toEqual({
      code: 'file-format',
      message: 'Not a table.',
      details: { reason: 'not-a-table' },
    });
    const { error } = await jobs.ended(unknown);
    expect(error?.code).toBe('internal');
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(logger.errors.at(0)?.message).toContain(error?.details['reference'] as string);
  });

  it('forgets a job an hour after its end', async () => {
    const { jobs, clock } = setUp();
    const id = jobs.start('export', () => Promise.resolve(null));
    await jobs.ended(id);
    clock.advance(59 * 60_000);
    expect(jobs.get(id).state).toBe('done');
    clock.advance(2 * 60_000);
    expect(() => jobs.get(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('keeps the last hundred of those that ended', async () => {
    const { jobs } = setUp();
    const ids = Array.from({ length: 105 }, () => jobs.start('export', () => Promise.resolve(null)));
    await Promise.all(ids.map((id) => jobs.ended(id)));
    const known = ids.filter((id) => {
      try {
        return jobs.get(id).state === 'done';
      } catch {
        return false;
      }
    });
    expect(known).toEqual(ids.slice(5));
  });

  it('cancels what runs and waits for it when closed', async () => {
    const { jobs } = setUp();
    let cleanedUp = false;
    const id = jobs.start('export', async ({ signal }) => {
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
      cleanedUp = true;
      throw signal.reason as Error;
    });
    await Promise.resolve();
    await jobs.close();
    expect(cleanedUp).toBe(true);
    expect(jobs.get(id).state).toBe('cancelled');
  });
});
