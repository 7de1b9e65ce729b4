import type { ExportOptions } from '#shared/contract/export-formats.ts';
import type { ExportFile, RenderFile } from '../exporter.ts';
import { textFile } from '../exporter.ts';
import type { Derivative } from '../pages/derivative.ts';
import { dataAddress, withPictures } from '../pages/pictures-inside.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { derivativePath } from '../site/pictures.ts';
import { topicFragment } from './fragment.ts';

/** The code of one topic with its pictures inside, to be pasted as it is. */
export const fragmentWithPictures = (
  publication: Publication,
  topic: PublishedTopic,
  render: RenderFile,
): Promise<string> =>
  withPictures((address) => topicFragment(topic, { publication, address }), dataAddress(render));

const picturesOf = (publication: Publication): readonly ExportFile[] => {
  const found = new Map<string, Derivative>();
  const address = (derivative: Derivative) => {
    found.set(derivativePath(derivative), derivative);
    return '';
  };
  for (const topic of publication.topics) topicFragment(topic, { publication, address });
  return [...found].map(([path, derivative]) => ({ path, kind: 'derivative', derivative }));
};

/** Clean HTML of each topic, one file each, with the pictures beside it or inside. */
export const fragmentFiles =
  (render: RenderFile) =>
  (publication: Publication, { picturesInside = false }: ExportOptions): readonly ExportFile[] => {
    const file = (topic: PublishedTopic): ExportFile => {
      const path = `${topic.topic.slug}.html`;
      if (!picturesInside) {
        return textFile(path, () => topicFragment(topic, { publication, address: derivativePath }));
      }
      const make = async () =>
        new TextEncoder().encode(await fragmentWithPictures(publication, topic, render));
      return { path, kind: 'bytes', make };
    };
    return [...publication.topics.map(file), ...(picturesInside ? [] : picturesOf(publication))].toSorted(
      (a, b) => (a.path < b.path ? -1 : 1),
    );
  };
