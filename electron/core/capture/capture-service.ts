import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { putOp } from '#core/datastore/ops.ts';
import { refusal } from '#core/refusal.ts';
import { newResource } from '#core/resources/resource-service.ts';
import { appendOps, requireSection } from '#core/topics/placement-service.ts';
import { touchTopic } from '#core/topics/topic-service.ts';
import type { KnownLink } from '#shared/contract/capture.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import { comparableAddress } from '#shared/domain/web-address.ts';
import type { Op } from '#shared/model/change.ts';
import type { PlacementId, ResourceId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/model/resource.ts';
import { knownLinks } from './known-links.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'lookups'>;
type Input = ParsedInputOf<'capture.add'>;
type Link = Input['links'][number];

/** What becomes of the links: resources to stand in the place, in order, those of them that are new, and what is only told. */
type Plan = {
  readonly standing: readonly ResourceId[];
  readonly fresh: readonly Resource[];
  readonly known: readonly KnownLink[];
};

/** Each address once, even when two spellings of it were sent. */
const onlyOnce = (links: readonly Link[]): readonly Link[] => [
  ...new Map(links.map((link) => [comparableAddress(link.url), link])).values(),
];

const longestTitle = 500;

const toResource = (needs: Needs, { url, title, summary }: Link): Resource =>
  newResource(needs, { title: title ?? url.slice(0, longestTitle), url, summary });

const makePlan = (reader: Reader, needs: Needs, { links, place }: Input): Plan => {
  const topicId = place?.topicId ?? null;
  const found = knownLinks(reader, { urls: links.map(({ url }) => url), topicId });
  const standing: ResourceId[] = [];
  const fresh: Resource[] = [];
  const known: KnownLink[] = [];
  for (const link of onlyOnce(links)) {
    const there = found.get(comparableAddress(link.url));
    if (there && link.ifKnown === 'ask') known.push(there);
    else if (there && link.ifKnown === 'show') {
      if (!there.isHere) standing.push(there.resourceId);
    } else {
      const resource = toResource(needs, link);
      fresh.push(resource);
      standing.push(resource.id);
    }
  }
  return { standing, fresh, known };
};

type Placed = { readonly ops: readonly Op[]; readonly placed: ReadonlyMap<ResourceId, PlacementId> };

const placeOps = (reader: Reader, needs: Needs, place: Input['place'], { standing }: Plan): Placed => {
  if (place === null || standing.length === 0) return { ops: [], placed: new Map() };
  const topic = reader.require('topics', place.topicId);
  const section = requireSection(topic, place.sectionId);
  if (section.kind === 'live' && place.beforeId !== null)
    throw refusal('conflict', 'live-section-order', { title: section.title });
  const where = { topic, sectionId: section.id, beforeId: place.beforeId };
  const { placements, ops } = appendOps(reader, needs, where, standing);
  return {
    ops: [...ops, ...touchTopic(reader, topic.id, needs.clock.now())],
    placed: new Map(placements.map(({ resourceId, id }) => [resourceId, id])),
  };
};

/** How many links the step stands for that this one is to be one with; 0 when it is not the last one made any more. */
const joinedCount = ({ datastore }: Needs, { joins, place }: Input): number => {
  const last = datastore.steps().done.at(-1);
  if (joins === null || last?.id !== joins) return 0;
  const table = place === null ? 'resources' : 'placements';
  return last.ops.filter((op) => op.op === 'put' && op.table === table).length;
};

const labelOf = ({ standing, fresh }: Plan, before: number) => {
  const [first] = fresh;
  if (before > 0) return changeLabel('capture.add', { count: before + standing.length });
  if (first && fresh.length === 1 && standing.length === 1)
    return changeLabel('resource.create', { title: first.title });
  return fresh.length === 0
    ? changeLabel('capture.show', { count: standing.length })
    : changeLabel('capture.add', { count: standing.length });
};

/** Makes resources of links, in one change, and has their pages looked up where that is wanted. */
export const addLinks = async (needs: Needs, input: Input): Promise<OutputOf<'capture.add'>> => {
  // The same call builds the plan again inside the change: what it is called must be known before.
  const foreseen = makePlan(needs.datastore, needs, input);
  let plan = foreseen;
  let placed: Placed['placed'] = new Map();
  const build = (reader: Reader) => {
    plan = makePlan(reader, needs, input);
    const place = placeOps(reader, needs, input.place, plan);
    ({ placed } = place);
    return [...plan.fresh.map((resource) => putOp('resources', resource)), ...place.ops];
  };
  const before = joinedCount(needs, input);
  const marks = before > 0 && input.joins !== null ? { joins: input.joins } : {};
  const change = await needs.datastore.commit(labelOf(foreseen, before), build, marks);
  const added = plan.fresh.map(({ id }) => ({ resourceId: id, placementId: placed.get(id) ?? null }));
  needs.lookups.add(plan.fresh);
  return {
    // A change that joined another is known in the history by the name of that one.
    changeId: marks.joins ?? change?.id ?? null,
    added,
    shown: [...placed.keys()].filter((id) => !plan.fresh.some((resource) => resource.id === id)).length,
    known: [...plan.known],
  };
};

/** The resource that has an address already. */
export const findKnown = (
  reader: Reader,
  { url, topicId, exceptId }: ParsedInputOf<'capture.known'>,
): OutputOf<'capture.known'> =>
  knownLinks(reader, { urls: [url], topicId, exceptId }).get(comparableAddress(url)) ?? null;
