import { expect, onTestFinished, test } from 'vitest';
import { createKnownGroups } from '#core/duplicates/known-groups-service.ts';
import { openTestCore } from '#tests/support/open-core.ts';

test('compares again after a change of what is compared, and only then', async () => {
  const core = await openTestCore();
  onTestFinished(() => core.close());
  const knownGroups = createKnownGroups(core.context);
  const add = async (title: string, url: string) =>
    core.call('resources.create', { fields: { title, url }, topicId: null, sectionId: null });
  const { resourceId } = await add('A map', 'https://example.org/map');
  expect(await knownGroups()).toEqual([]);
  await add('Another title', 'https://www.example.org/map/');
  const found = await knownGroups();
  expect(found).toHaveLength(1);

  await core.call('resources.update', { resourceId, patch: { summary: 'Where rivers are.' } });
  await core.call('topics.create', { title: 'Rivers', parentId: null });
  expect(await knownGroups()).toBe(found);

  await core.call('resources.update', { resourceId, patch: { url: 'https://example.org/other' } });
  expect(await knownGroups()).toEqual([]);
  await core.call('history.undo', {});
  expect(await knownGroups()).toEqual(found);
  await core.call('resources.remove', { resourceId });
  expect(await knownGroups()).toEqual([]);
});
