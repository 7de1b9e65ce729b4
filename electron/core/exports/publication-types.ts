import type { Instant } from '#shared/model/dates.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import type { Image } from '#shared/model/image.ts';
import type { ImageId, PlacementId, ResourceId, SectionId, TopicId } from '#shared/model/ids.ts';
import type { PageTheme } from '#shared/model/page-theme.ts';
import type { Resource, TypeIcon } from '#shared/model/resource.ts';
import type { FocalPoint, LiveSort, Topic } from '#shared/model/topic.ts';

/** What kind of work a resource is: a name to read, an icon, and the id that structured data is chosen by. */
export type PublishedType = { readonly id: string; readonly name: string | null; readonly icon: TypeIcon };

/** A resource as one section shows it. */
export type PublishedEntry = {
  readonly placementId: PlacementId;
  readonly resourceId: ResourceId;
  readonly resource: Resource;
  readonly type: PublishedType;
  /** The summary that applies here, Markdown. */
  readonly summary: string;
  /** Where that summary is quoted from; null: in the curator's own words. */
  readonly quotedFrom: Resource['quotedFrom'];
  readonly image: Image | null;
};

export type PublishedSection = {
  readonly id: SectionId;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  /** Null for a curated section, else the date a live one sorts by. */
  readonly sortBy: LiveSort | null;
  readonly entries: readonly PublishedEntry[];
  /** What a live section holds beyond its limit. Published too, but folded. */
  readonly more: readonly PublishedEntry[];
};

/** Another topic of the same publication, to link to. */
export type TopicLink = { readonly id: TopicId; readonly title: string; readonly slug: string };

export type PublishedHero = {
  readonly image: Image;
  /** Null: the whole picture is shown, because nobody chose a point or because the license forbids cropping. */
  readonly focalPoint: FocalPoint | null;
};

export type PublishedTopic = {
  readonly topic: Topic;
  readonly language: string;
  /** License of the text of its page: its own or the library's; null: nothing is said. */
  readonly textLicenseId: LicenseId | null;
  readonly hero: PublishedHero | null;
  readonly sections: readonly PublishedSection[];
  /** From the top of the published tree down to the nearest published ancestor. */
  readonly path: readonly TopicLink[];
  readonly children: readonly TopicLink[];
  /** How many different resources it shows. */
  readonly resourceCount: number;
  readonly updatedAt: Instant;
};

/** Where a published picture is seen: in a topic, or as the logo on every page. */
export type ImageUse =
  | { readonly kind: 'hero' | 'resource'; readonly title: string; readonly topic: TopicLink }
  | { readonly kind: 'logo'; readonly title: string; readonly topic: null };

export type PublishedImage = {
  readonly image: Image;
  readonly cropped: boolean;
  readonly uses: readonly ImageUse[];
};

/**
 * All that an exporter needs, resolved: topics depth first in the order of the tree, their entries in the order shown,
 * their pictures. Made of records alone, so the same library always gives the same publication.
 */
export type Publication = {
  readonly title: string;
  readonly institution: string;
  readonly language: string;
  /** The look of the pages, unless a topic has its own. */
  readonly theme: PageTheme;
  /** The institution's color; null: the theme's own. */
  readonly accent: string | null;
  readonly logo: Image | null;
  /** License of the curator's own text; null: nothing is said. */
  readonly textLicenseId: LicenseId | null;
  /** The latest change in anything published: the publication's own date, so that no clock is needed. */
  readonly updatedAt: Instant;
  readonly topics: readonly PublishedTopic[];
  /** In the order in which they are first seen. */
  readonly images: ReadonlyMap<ImageId, PublishedImage>;
};
