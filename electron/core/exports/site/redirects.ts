import { wordsFor } from '../pages/page-words.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { html } from '../text/html.ts';
import { paths } from './links.ts';

/** A page at an old address of a topic, and the topic that is found elsewhere now. */
export type Redirect = { readonly path: string; readonly published: PublishedTopic };

/** The old addresses that send readers on: none where a topic lives today, each once (the later owner wins). */
export const redirectsOf = ({ topics }: Publication): readonly Redirect[] => {
  const live = new Set<string>(topics.map(({ topic }) => topic.slug));
  const old = topics.flatMap((published) =>
    published.topic.formerSlugs
      .filter((slug) => !live.has(slug))
      .map((slug) => [paths.topic(slug), published] as const),
  );
  return [...new Map(old)].map(([path, published]) => ({ path, published }));
};

/** A page that sends readers on at once, and says where to for those whose browser does not. */
export const redirectPage = ({ published }: Redirect): string => {
  const { topic, language } = published;
  const { say, language: wordsLanguage } = wordsFor(language);
  const target = `${topic.slug}.html`;
  const page = html`<!doctype html>
    <html lang="${wordsLanguage}">
      <head>
        <meta charset="utf-8" />
        <title>${say('moved')}</title>
        <meta http-equiv="refresh" content="0; url=${target}" />
        <meta name="robots" content="noindex" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="canonical" href="${target}" />
      </head>
      <body>
        <main>
          <h1>${say('moved')}</h1>
          <p>${say('moved-to')} <a href="${target}" lang="${language}" dir="auto">${topic.title}</a></p>
        </main>
      </body>
    </html> `;
  return page.markup;
};
