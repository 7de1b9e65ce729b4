import { expect, it } from 'vitest';
import type { ExportFile } from '#core/exports/exporter.ts';
import { renderAhead } from '#core/exports/writers/render-ahead.ts';
import { anImage } from '#tests/support/records.ts';

const picture = (name: string): ExportFile => ({
  path: name,
  kind: 'derivative',
  derivative: { image: anImage(), width: 320, format: 'webp' },
});
const page = (name: string): ExportFile => ({ path: name, kind: 'bytes', make: () => Buffer.from(name) });
const names = (count: number) => Array.from({ length: count }, (_, index) => `picture-${index}`);

it('begins with a few pictures before they are asked for, each once, and hands each to its file', async () => {
  const begun: string[] = [];
  const files = [page('a'), ...names(20).map(picture)];
  const { render } = renderAhead(files, async ({ path }) => {
    begun.push(path);
    return Buffer.from(path);
  });
  await render(page('a'));
  expect(begun).toEqual(['a']);
  expect(Buffer.from(await render(picture('picture-0'))).toString()).toBe('picture-0');
  expect(begun).toEqual(['a', ...names(8)]);
  for (const name of names(20).slice(1))
    expect(Buffer.from(await render(picture(name))).toString()).toBe(name);
  expect(begun).toEqual(['a', ...names(20)]);
});

it('makes a picture that was not expected when it is asked for', async () => {
  const { render } = renderAhead([picture('one')], async ({ path }) => Buffer.from(path));
  expect(Buffer.from(await render(picture('two'))).toString()).toBe('two');
});

it('fails where the picture is asked for, and settles without it', async () => {
  const { render, settle } = renderAhead(names(3).map(picture), async ({ path }) => {
    if (path === 'picture-1') throw new Error('broken');
    return Buffer.from(path);
  });
  await render(picture('picture-0'));
  await settle();
  await expect(render(picture('picture-1'))).rejects.toThrow('broken');
});
