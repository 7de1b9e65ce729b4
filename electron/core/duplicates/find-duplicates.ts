import { setImmediate as turn } from 'node:timers/promises';
import type { DuplicateGroup } from '#shared/contract/duplicates.ts';
import { areToldApart, sharedKeys, titleWords } from '#shared/domain/same-work.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { ToldApart } from './told-apart.ts';
import { areNearEqual, blockKeys, comparableTitle, type ComparableTitle } from './near-titles.ts';

type Reason = DuplicateGroup['reason'];

/** Resources that share something, joined into groups (disjoint sets with path halving). */
class Groups {
  readonly #parents = new Map<string, string>();
  readonly #reasons = new Map<string, Reason>();

  join(a: string, b: string, reason: Reason): void {
    const [one, other] = [this.#rootOf(a), this.#rootOf(b)];
    if (one === other) return;
    this.#parents.set(other, one);
    const known = new Set([this.#reasons.get(one), this.#reasons.get(other), reason]);
    this.#reasons.set(one, order.find((strongest) => known.has(strongest)) ?? reason);
  }

  list(): DuplicateGroup[] {
    const members = Map.groupBy(this.#parents.keys(), (id) => this.#rootOf(id));
    return [...members]
      .filter(([, ids]) => ids.length > 1)
      .map(([root, ids]) => ({
        reason: this.#reasons.get(root) ?? 'title',
        resourceIds: ids.toSorted() as DuplicateGroup['resourceIds'],
      }));
  }

  #rootOf(id: string): string {
    let at = id;
    for (;;) {
      const parent = this.#parents.get(at);
      if (parent === undefined) this.#parents.set(at, at);
      if (parent === undefined || parent === at) return at;
      const above = this.#parents.get(parent) ?? parent;
      this.#parents.set(at, above);
      at = above;
    }
  }
}

/** The strongest first: an address or a number says more than words do. */
const order: readonly Reason[] = ['identifier', 'address', 'title'];

/** In a larger block the words are too common to say anything. */
const largestBlock = 200;

type Titled = { readonly one: Resource; readonly title: ComparableTitle };

type AreApart = (a: Resource, b: Resource) => boolean;

/** Told apart by their numbers, or by a curator. */
const apartBy =
  (said: ToldApart): AreApart =>
  (a, b) =>
    said.get(a.id)?.has(b.id) === true || areToldApart(a, b);

type Known = { readonly groups: Groups; readonly areApart: AreApart };

/**
 * Joins a resource with the first one that had one of its keys and is not told apart from it. Those that are told apart
 * from all before them wait for others by themselves.
 */
const joinByKeys = ({ groups, areApart }: Known, first: Map<string, Resource[]>, one: Resource): void => {
  for (const { key, by } of sharedKeys(one)) {
    const others = first.get(key);
    const other = others?.find((each) => !areApart(one, each));
    if (other) groups.join(other.id, one.id, by);
    else if (!others) first.set(key, [one]);
    else if (others.length < largestBlock) others.push(one);
  }
};

const joinNearTitles = ({ groups, areApart }: Known, block: readonly Titled[]): void => {
  for (const [at, a] of block.entries()) {
    for (const b of block.slice(at + 1)) {
      if (areNearEqual(a.title, b.title) && !areApart(a.one, b.one)) groups.join(a.one.id, b.one.id, 'title');
    }
  }
};

/** Lets others have their turn about every twelve milliseconds. */
const createPause = () => {
  let began = performance.now();
  return async (): Promise<void> => {
    if (performance.now() - began < 12) return;
    await turn();
    began = performance.now();
  };
};

/**
 * Groups resources that are as good as the same work: one address (tracking, scheme, `www.` and a trailing slash do not
 * count), one DOI, ISBN or OCLC number, or near-equal titles. What carries different numbers of the same kind is
 * told apart, and so is what a curator `said` is not the same.
 */
export const findDuplicates = async (
  resources: readonly Resource[],
  said: ToldApart = new Map(),
): Promise<readonly DuplicateGroup[]> => {
  const groups = new Groups();
  const known = { groups, areApart: apartBy(said) };
  const pause = createPause();
  const first = new Map<string, Resource[]>();
  const blocks = new Map<string, Titled[]>();
  for (const one of resources) {
    await pause();
    joinByKeys(known, first, one);
    const words = titleWords(one.title);
    const titled = { one, title: comparableTitle(words) };
    for (const key of blockKeys(words)) {
      const block = blocks.get(key);
      if (block) block.push(titled);
      else blocks.set(key, [titled]);
    }
  }
  for (const block of blocks.values()) {
    await pause();
    if (block.length > 1 && block.length <= largestBlock) joinNearTitles(known, block);
  }
  return groups.list().toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
};
