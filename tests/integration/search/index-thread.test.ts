import { describe, it } from 'vitest';
import { startChild } from '#tests/support/child-process.ts';

describe('the search thread', () => {
  it('is waited for when it is stopped with an answer on its way', async () => {
    await startChild('./index-thread-child.ts', []).printed('stopped');
  });
});
