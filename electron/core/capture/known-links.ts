import type { Reader } from '#core/datastore/datastore.ts';
import type { KnownLink } from '#shared/contract/capture.ts';
import { comparableAddress } from '#shared/domain/web-address.ts';
import type { ResourceId, TopicId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { WebAddress } from '#shared/model/text.ts';

/** The place an address names, read without taking it apart: a library may have a hundred thousand of them. */
const hostOf = (address: string): string =>
  /^https?:\/\/(?:[^/@?#]*@)?(?:www\.)?([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';

const isPlain = (host: string): boolean => /^[\x21-\x7e]*$/.test(host);

/** Resources by the addresses asked for, in the form to compare; those made first come first. */
const byAddress = (reader: Reader, addresses: ReadonlySet<string>): ReadonlyMap<string, Resource[]> => {
  const hosts = new Set([...addresses].map((address) => hostOf(`https://${address}`)));
  const found = new Map<string, Resource[]>();
  for (const resource of Object.values(reader.tables.resources)) {
    if (resource.url === null) continue;
    const host = hostOf(resource.url);
    // A name in other letters than ASCII has two spellings: only taken apart are they the same.
    if (isPlain(host) && !hosts.has(host)) continue;
    const address = comparableAddress(resource.url);
    if (addresses.has(address)) found.set(address, [...(found.get(address) ?? []), resource]);
  }
  return found;
};

const topicsOf = (reader: Reader, resourceId: ResourceId): ReadonlySet<TopicId> =>
  new Set([...reader.placementsOfResource(resourceId)].map((id) => reader.require('placements', id).topicId));

const toKnown = (reader: Reader, url: WebAddress, resource: Resource, isHere: boolean): KnownLink => ({
  url,
  resourceId: resource.id,
  title: resource.title,
  topicTitles: [...topicsOf(reader, resource.id)]
    .map((id) => reader.require('topics', id).title)
    .toSorted((a, b) => a.localeCompare(b, 'en')),
  isHere,
});

type Asked = {
  readonly urls: readonly WebAddress[];
  /** Of several resources with one address, the one that stands in this topic is told. */
  readonly topicId: TopicId | null;
  readonly exceptId?: ResourceId | null;
};

/** Which of these addresses the library has already, by the address in the form to compare. */
export const knownLinks = (
  reader: Reader,
  { urls, topicId, exceptId = null }: Asked,
): ReadonlyMap<string, KnownLink> => {
  const wanted = new Map(urls.map((url) => [comparableAddress(url), url]));
  const found = byAddress(reader, new Set(wanted.keys()));
  const isHere = ({ id }: Resource): boolean => topicId !== null && topicsOf(reader, id).has(topicId);
  return new Map(
    [...wanted].flatMap(([address, url]) => {
      const others = (found.get(address) ?? []).filter(({ id }) => id !== exceptId);
      const here = others.find(isHere);
      const one = here ?? others[0];
      return one ? [[address, toKnown(reader, url, one, here !== undefined)] as const] : [];
    }),
  );
};
