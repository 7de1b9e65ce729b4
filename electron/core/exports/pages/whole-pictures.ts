import type { Publication } from '../publication-types.ts';

/** A publication for places that cannot crop: pictures are shown whole there, and no credit says that one is cropped. */
export const withWholePictures = (publication: Publication): Publication => ({
  ...publication,
  topics: publication.topics.map((published) => ({
    ...published,
    hero: published.hero && { ...published.hero, focalPoint: null },
  })),
  images: new Map([...publication.images].map(([id, published]) => [id, { ...published, cropped: false }])),
});
