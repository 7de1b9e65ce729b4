/** A topic: its head with the hero picture, its sections, its entries. */
export const topic = `.topic-head { padding-block: var(--space-1) var(--space-2); }
.topic-words { max-width: 44rem; }
h1, .topic-title { font-size: clamp(1.75rem, 1.35rem + 1.8vw, 2.5rem); letter-spacing: -0.012em; }
.lead { margin-top: var(--space-2); color: var(--text-soft); }
.hero { margin-top: var(--space-3); }
.hero img { display: block; border-radius: var(--radius-2); background: var(--surface-sunken); }
.hero img.cropped { width: 100%; aspect-ratio: 16 / 9; object-fit: cover; }
.hero img.whole { width: auto; max-height: 26rem; }
.hero .credit { margin-top: var(--space-1); }
@media (min-width: 44rem) {
  .with-hero { display: grid; grid-template-columns: minmax(0, 1fr) clamp(16rem, 32vw, 24rem); gap: clamp(1.5rem, 4vw, 3rem); align-items: start; }
  .with-hero .hero { margin-top: var(--space-half); }
  .with-hero .hero img.whole { max-height: 16rem; }
}
.sub-topics { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-2); padding-block: var(--space-1); }
.sub-topics-title { color: var(--text-faint); font: 600 var(--size-2)/var(--leading) var(--font-interface); }
.section-title { font-size: var(--size-4); }
.sub-topics ul { display: flex; flex-wrap: wrap; gap: var(--space-1); }
.sub-topics li a {
  display: inline-block;
  padding: 0.2rem 0.8rem;
  border: 1px solid var(--accent-line);
  border-radius: 999px;
  background: var(--accent-soft);
  font: var(--size-2)/var(--leading) var(--font-interface);
  text-decoration: none;
}
.sub-topics li a:hover { text-decoration: underline; }
.board-section { padding-top: var(--space-2); }
.board-section + .board-section { padding-top: var(--space-6); }
.section-title { padding-bottom: var(--space-half); border-bottom: 2px solid var(--text); }
.board-section > .prose { max-width: 46rem; margin-top: var(--space-2); color: var(--text-soft); }
.board-section > .empty { margin-top: var(--space-2); }
.entries { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); column-gap: var(--space-4); }
.entry { display: flow-root; padding-block: 0.75rem; border-bottom: 1px solid var(--line); }
.entry-title { font-size: 1.0625rem; line-height: 1.25; }
.entry-title a { text-decoration-color: var(--accent-line); }
.entry-title a:visited { color: var(--accent-strong); }
.entry-title a:hover { text-decoration-color: currentcolor; }
.entry-facts { display: flex; flex-wrap: wrap; gap: 0 0.7em; margin-top: var(--space-half); color: var(--text-faint); font: 0.8125rem/var(--leading) var(--font-interface); }
.type { display: inline-flex; align-items: center; gap: 0.4em; color: var(--text-soft); font-weight: 600; }
.icon { flex: none; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.summary { margin-top: 0.35rem; color: var(--text-soft); font-size: 0.9375rem; line-height: 1.45; }
.summary > * + * { margin-top: 0.5em; }
.summary ul, .summary ol { padding-inline-start: 1.3em; list-style: revert; }
.summary h4, .summary h5, .summary h6 { font-size: 1em; }
.quotation { margin-top: 0.35rem; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--accent-line); }
.quotation .summary { margin-top: 0; }
.quotation figcaption { margin-top: var(--space-half); color: var(--text-faint); font: 0.8125rem/var(--leading) var(--font-interface); }
.access { margin-top: var(--space-1); padding-inline-start: var(--space-1); border-inline-start: 3px solid var(--accent-line); color: var(--text-soft); font: var(--size-2)/var(--leading) var(--font-interface); }
.take-along { margin-top: var(--space-4); font: var(--size-2)/var(--leading) var(--font-interface); }
.entry-picture { float: inline-end; width: 7rem; margin-inline-start: var(--space-2); margin-bottom: var(--space-half); }
.entry-picture img { display: block; border-radius: var(--radius-1); background: var(--surface-sunken); }
.entry-picture .credit { margin-top: var(--space-half); font-size: 0.6875rem; line-height: 1.35; }
.more { margin-top: var(--space-2); }
.more > summary { padding-block: var(--space-1); color: var(--accent); font: 600 var(--size-2)/var(--leading) var(--font-interface); cursor: pointer; width: fit-content; }
`;
