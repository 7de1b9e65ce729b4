import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { editOps } from '#core/datastore/ops.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import type { BulkReplace, BulkReport, BulkTarget } from '#shared/contract/bulk.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { replaceText, showReplaced, textPattern } from '#shared/domain/replace-text.ts';
import type { Op } from '#shared/model/change.ts';
import type { Placement, Resource } from '#shared/model/resource.ts';
import { nameSchema } from '#shared/model/text.ts';
import { commitPrepared } from './commit-prepared.ts';
import { inSlices } from './in-slices.ts';
import type { BulkNeeds } from './run-bulk.ts';
import { targetResources, type TargetNeeds } from './target.ts';

type Preview = OutputOf<'bulk.previewReplace'>;

/** How many places a preview shows. */
const mostSamples = 50;
const longestSummary = 100_000;

/** One text of a resource that the search is about, and what it would become; null: what it may not become. */
type Replaced = {
  readonly field: 'title' | 'summary';
  readonly placement: Placement | null;
  readonly before: string;
  readonly after: string | null;
  readonly count: number;
};

const placementsOf = (reader: Reader, resource: Resource): Placement[] =>
  [...reader.placementsOfResource(resource.id)].map((id) => reader.require('placements', id));

const mayStand = (field: Replaced['field'], text: string): boolean =>
  field === 'title' ? nameSchema.safeParse(text).success : text.length <= longestSummary;

/** Every text of a resource with a match in it, and the text that would stand there. */
const createReplacer = ({ fields, replaceWith, ...search }: BulkReplace) => {
  const pattern = textPattern(search);
  const replace = (field: Replaced['field'], before: string, placement: Placement | null): Replaced[] => {
    const { text, count } = replaceText(before, pattern, replaceWith);
    if (count === 0) return [];
    return [{ field, placement, before, after: mayStand(field, text) ? text : null, count }];
  };
  return (reader: Reader, resource: Resource): Replaced[] => [
    ...(fields.includes('title') ? replace('title', resource.title, null) : []),
    ...(fields.includes('summary')
      ? [
          ...replace('summary', resource.summary, null),
          ...placementsOf(reader, resource).flatMap((placement) =>
            placement.summary === null ? [] : replace('summary', placement.summary, placement),
          ),
        ]
      : []),
  ];
};

/** Counts what a replacement would do and shows the first places, changing nothing. */
export const previewReplace = async (
  needs: TargetNeeds,
  { target, replace }: { readonly target: BulkTarget; readonly replace: BulkReplace },
): Promise<Preview> => {
  const { datastore } = needs;
  const replacer = createReplacer(replace);
  const pattern = textPattern(replace);
  const samples: Preview['samples'] = [];
  let [resources, places, refused] = [0, 0, 0];
  const look = (resource: Resource) => {
    const found = replacer(datastore, resource);
    const good = found.filter(({ after, before }) => after !== null && after !== before);
    refused += found.filter(({ after }) => after === null).length;
    if (good.length > 0) resources += 1;
    for (const { field, placement, before, count } of good) {
      places += count;
      if (samples.length >= mostSamples) continue;
      const topicTitle = placement ? datastore.require('topics', placement.topicId).title : null;
      const text = showReplaced(before, pattern, replace.replaceWith);
      samples.push({ resourceId: resource.id, title: resource.title, field, topicTitle, text });
    }
  };
  const handle = { signal: new AbortController().signal, progress: () => undefined };
  await inSlices(await targetResources(needs, target), handle, (resource) => {
    // It may have left while others had their turn.
    if (datastore.tables.resources[resource.id]) look(resource);
  });
  return { resources, places, refused, samples };
};

const replacedOps = (
  reader: Reader,
  resource: Resource,
  replacer: ReturnType<typeof createReplacer>,
  updatedAt: string,
): Op[] => {
  const good = replacer(reader, resource).filter(({ before, after }) => after !== null && after !== before);
  const own = good.filter(({ placement }) => placement === null);
  const patch = Object.fromEntries(own.map(({ field, after }) => [field, after ?? '']));
  return [
    ...(own.length > 0 ? editOps('resources', resource, { ...patch, updatedAt }) : []),
    ...good.flatMap(({ placement, after }) =>
      placement ? editOps('placements', placement, { summary: after ?? '' }) : [],
    ),
  ];
};

/** Replaces text in the titles or summaries of many resources, as one change. */
export const replaceInResources = async (
  needs: BulkNeeds,
  { target, replace }: { readonly target: BulkTarget; readonly replace: BulkReplace },
  handle: JobHandle,
): Promise<BulkReport> => {
  const { datastore, clock } = needs;
  const replacer = createReplacer(replace);
  const updatedAt = clock.now();
  const resources = await targetResources(needs, target);
  const prepared = new Map<Resource, readonly Op[]>();
  await inSlices(resources, handle, (resource) => {
    const ops = replacedOps(datastore, resource, replacer, updatedAt);
    if (ops.length > 0) prepared.set(resource, ops);
  });
  const changed = await commitPrepared(datastore, {
    label: changeLabel('bulk.replace', { count: prepared.size, find: replace.find }),
    prepared,
    again: (resource, reader) => replacedOps(reader, resource, replacer, updatedAt),
    // Summaries that a topic has of its own are records of their own.
    fits: (resource, reader) => placementsOf(reader, resource).every(({ summary }) => summary === null),
  });
  return { changed, unchanged: resources.length - changed };
};
