import { expect, it } from 'vitest';
import { describeContract } from '#tests/support/contract-suite.ts';

describeContract('the door', ({ call, fetch, core }) => {
  it('tells a page who it talks to and which library is open', async () => {
    const session = await call('session.get', {});
    expect(session).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      host: 'test',
      library: { id: 'library', title: 'Test library', language: 'en' },
      place: core().dir,
      recovery: [],
    });
    expect(Object.values(session.counts)).toEqual([0, 0, 0, 0]);
  });

  it('answers all that the first screen shows at once, also to a plain GET', async () => {
    const empty = await call('session.start', {});
    expect(empty).toEqual({
      session: await call('session.get', {}),
      settings: await call('settings.get', {}),
      tree: [],
      resourceTypes: await call('resourceTypes.list', {}),
      lists: [],
      board: null,
    });
    const { topicId } = await call('topics.create', { title: 'One', parentId: null });
    const other = await call('topics.create', { title: 'Two', parentId: null });
    expect((await call('session.start', {})).board).toEqual(await call('topics.board', { topicId }));
    await call('settings.update', { lastTopicId: other.topicId });
    const start = await call('session.start', {});
    expect(start.board).toEqual(await call('topics.board', other));
    expect(start.tree).toEqual(await call('topics.tree', {}));
    const answer = await fetch('/start');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({ ok: true, value: start });
  });

  it('changes what is true of the library, as one undo step', async () => {
    await call('library.update', { patch: { title: 'Our boards', institution: 'City library' } });
    const { library, history } = await call('session.get', {});
    expect(library).toMatchObject({ title: 'Our boards', institution: 'City library', language: 'en' });
    expect(history.undo?.label).toEqual({ key: 'library.update', values: {} });
  });

  it('makes no undo step of an update that changes nothing', async () => {
    const before = await call('history.state', {});
    const { library } = await call('session.get', {});
    await call('library.update', { patch: { title: library.title } });
    expect(await call('history.state', {})).toEqual(before);
  });

  it('refuses a library without a title', async () => {
    await expect(call('library.update', { patch: { title: '  ' } })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { path: 'patch.title' },
    });
  });

  it('keeps settings and answers them whole', async () => {
    const usual = await call('settings.get', {});
    expect(await call('settings.update', { theme: 'dark' })).toEqual({ ...usual, theme: 'dark' });
    expect(await call('settings.get', {})).toEqual({ ...usual, theme: 'dark' });
  });

  it('refuses settings it does not know', async () => {
    await expect(call('settings.update', { colour: 'red' } as object)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('does not know a job that never was', async () => {
    const jobId = core().context.ids.next() as never;
    await expect(call('jobs.get', { jobId })).rejects.toMatchObject({
      code: 'not-found',
      details: { reason: 'unknown-job' },
    });
    await expect(call('jobs.cancel', { jobId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stops a job that is running', async () => {
    const jobId = core().context.jobs.start(
      'export',
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    expect(await call('jobs.get', { jobId })).toMatchObject({ state: 'running' });
    expect(await call('jobs.cancel', { jobId })).toBeNull();
    await core().context.jobs.ended(jobId);
    expect(await call('jobs.get', { jobId })).toMatchObject({ state: 'cancelled', error: null });
  });

  it('takes an upload and says how much came in', async () => {
    const response = await fetch('/uploads?kind=import', {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'title,url\n',
    });
    expect(await response.json()).toEqual({
      ok: true,
      value: { uploadId: expect.stringMatching(/^[0-9a-f-]{36}$/), bytes: 10 },
    });
  });

  it.each([
    ['/rpc/topics.nothing', 404, 'unknown-method'],
    ['/rpc/__proto__', 404, 'unknown-method'],
    ['/rpc/topics.board', 400, 'invalid-input'],
    ['/nothing-here', 404, 'not-found'],
  ])('answers POST %s with %i and an error that says the same', async (path, status, code) => {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, error: { code } });
  });
});
