import { ownWords } from '../pages/place.ts';
import { entriesOf, topicArticle } from '../pages/topic-article.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { html } from '../text/html.ts';
import { iconSprite } from './icons.ts';
import { paths, relativePath } from './links.ts';
import { renderPage } from './page.ts';
import { derivativePath, sharedDerivative } from './pictures.ts';
import { sitePlace } from './site-place.ts';
import { topicData } from './topic-data.ts';
import { topicSummary } from './topic-summary.ts';

/** The page of one topic, with a way to take it along where the site offers that. */
export const topicPage = (
  publication: Publication,
  published: PublishedTopic,
  { withZip }: { readonly withZip: boolean },
): string => {
  const { topic, hero, language } = published;
  const path = paths.topic(topic.slug);
  const place = sitePlace(path, language);
  const foot =
    withZip &&
    html`<p class="take-along" ${ownWords(place)}>
      <a href="${relativePath(path, paths.topicZip(topic.slug))}" download
        >${place.words.say('download-topic')}</a
      >
    </p>`;
  return renderPage(publication, {
    path,
    title: topic.title,
    description: topicSummary(publication, published),
    language,
    theme: topic.theme,
    textLicenseId: published.textLicenseId,
    preview: hero && { path: derivativePath(sharedDerivative(hero.image)), alt: hero.image.alt },
    data: topicData(publication, published, { path }),
    sprite: iconSprite(entriesOf(published).map((entry) => entry.type.icon)),
    main: topicArticle(publication, published, place, { foot: foot || null }),
  });
};
