import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Tables } from '#shared/model/library.ts';

const run = promisify(execFile);

const page = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8" /><title>{{ .Title }} · {{ .Site.Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="description" content="{{ .Params.lead }}" />
<meta property="og:type" content="website" /><meta property="og:title" content="{{ .Title }}" />
<meta property="og:description" content="{{ .Params.lead }}" /><meta property="og:site_name" content="{{ .Site.Title }}" />
<link rel="stylesheet" href="../site.css" /><link rel="alternate" type="application/rss+xml" href="../index.xml" />
{{ $items := slice }}{{ range $i, $e := .Params.entries }}
{{ $items = $items | append (dict "@type" "ListItem" "position" (add $i 1) "item" (dict "@type" $e.schema "name" $e.title "url" $e.url "description" $e.summary "creator" (dict "@type" "Thing" "name" $e.creator) "publisher" (dict "@type" "Organization" "name" $e.publisher) "dateModified" $e.modified "keywords" $e.subjects)) }}{{ end }}
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "CollectionPage" "name" .Title "description" .Params.lead "inLanguage" "en" "isPartOf" (dict "@type" "WebSite" "name" .Site.Title) "mainEntity" (dict "@type" "ItemList" "numberOfItems" (len .Params.entries) "itemListElement" $items) | jsonify | safeJS }}</script>
</head>
<body><a class="skip" href="#main">Skip to content</a><header class="site-head"><a href="../">{{ .Site.Title }}</a></header>
<main id="main"><article><header class="topic-head"><h1><bdi>{{ .Title }}</bdi></h1><div class="prose lead">{{ .Content }}</div></header>
<section><h2>Start here</h2><ol class="entries">
{{ range .Params.entries }}<li class="entry"><h3 class="entry-title"><a href="{{ .url }}" rel="noopener" dir="auto">{{ .title }}</a></h3>
<p class="entry-facts"><span class="type"><svg aria-hidden="true"><use href="#i-{{ .type }}"/></svg>{{ .type }}</span> <span class="date"><time datetime="{{ .modified }}">Last modified {{ dateFormat "January 2, 2006" .modified }}</time></span> <span class="makers">{{ .creator }} · {{ .publisher }}</span></p>
<div class="summary" dir="auto">{{ .summary | markdownify }}</div></li>
{{ end }}</ol></section></article></main><footer>{{ .Site.Title }}</footer></body></html>
`;

const home = `<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><title>{{ .Site.Title }}</title><link rel="stylesheet" href="site.css" /></head>
<body><main><h1>{{ .Site.Title }}</h1><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <p>{{ .Params.lead }}</p></li>{{ end }}</ul></main></body></html>
`;

const config = `baseURL = "https://example.org/"
title = "Bench"
languageCode = "en"
disableKinds = ["taxonomy", "term", "section"]
uglyURLs = true
`;

/** Makes a Hugo project that says the same as the library: a page a topic, an index, a feed, JSON-LD on every page. */
export const makeHugoProject = async (
  folder: string,
  tables: Pick<Tables, 'topics' | 'resources' | 'placements'>,
) => {
  await mkdir(join(folder, 'content/topics'), { recursive: true });
  await mkdir(join(folder, 'layouts/_default'), { recursive: true });
  await mkdir(join(folder, 'static'), { recursive: true });
  await writeFile(join(folder, 'config.toml'), config);
  await writeFile(join(folder, 'layouts/_default/single.html'), page);
  await writeFile(join(folder, 'layouts/index.html'), home);
  await writeFile(join(folder, 'static/site.css'), 'body { font-family: serif }');
  const byTopic = Map.groupBy(Object.values(tables.placements), ({ topicId }) => topicId);
  for (const topic of Object.values(tables.topics)) {
    const entries = (byTopic.get(topic.id) ?? []).map(({ resourceId }) => {
      const one = tables.resources[resourceId];
      return {
        title: one?.title,
        url: one?.url,
        type: one?.typeId,
        schema: 'WebPage',
        summary: one?.summary,
        creator: one?.creators[0],
        publisher: one?.publisher,
        modified: one?.modifiedOn,
        subjects: one?.subjects,
      };
    });
    const front = { title: topic.title, lead: topic.description.slice(0, 200), entries };
    await writeFile(
      join(folder, 'content/topics', `${topic.slug}.md`),
      `${JSON.stringify(front)}\n${topic.description}\n`,
    );
  }
};

/** Whether a program is installed, and says which version it is. */
export const versionOf = async (program: string, words: readonly string[]): Promise<string | null> => {
  try {
    return (await run(program, [...words])).stdout.trim().split('\n')[0] ?? null;
  } catch {
    return null;
  }
};

/** Builds the project anew, from nothing, into a folder that is not there yet. */
export const buildWithHugo = async (project: string, destination: string): Promise<void> => {
  await run('hugo', ['--quiet', '--source', project, '--destination', destination], {
    maxBuffer: 100_000_000,
  });
};
