/** A topic: its head with the hero picture, its sections, its entries. */
export const topic = `.topic-head { padding-block: var(--space-1) var(--space-4); }
.topic-words { max-width: 44rem; }
h1 { font-size: clamp(1.85rem, 1.2rem + 2.4vw, 2.75rem); letter-spacing: -0.012em; }
.lead { margin-top: var(--space-2); color: var(--text-soft); font-size: 1.125rem; }
.hero { margin-top: var(--space-3); }
.hero img { display: block; width: 100%; border-radius: var(--radius-2); background: var(--surface-sunken); }
.hero img.cropped { aspect-ratio: 16 / 9; object-fit: cover; }
.hero img.whole { max-height: 26rem; object-fit: contain; }
.hero .credit { margin-top: var(--space-1); }
@media (min-width: 60rem) {
  .with-hero { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 34rem); gap: var(--space-6); align-items: start; }
  .with-hero .hero { margin-top: var(--space-half); }
  .with-hero .hero img.whole { width: auto; max-width: 100%; max-height: 22rem; }
}
.sub-topics { padding-block: 0 var(--space-3); }
.sub-topics h2, .board-section > h2 { font-size: var(--size-4); }
.sub-topics ul { display: flex; flex-wrap: wrap; gap: var(--space-1); margin-top: var(--space-1); }
.sub-topics li a {
  display: inline-block;
  padding: 0.3rem 0.85rem;
  border: 1px solid var(--accent-line);
  border-radius: 999px;
  background: var(--accent-soft);
  font: var(--size-2)/var(--leading) var(--font-interface);
  text-decoration: none;
}
.sub-topics li a:hover { text-decoration: underline; }
.board-section { padding-top: var(--space-3); }
.board-section + .board-section { padding-top: var(--space-6); }
.board-section > h2 { padding-bottom: var(--space-1); border-bottom: 2px solid var(--text); }
.board-section > .prose { max-width: 44rem; margin-top: var(--space-2); color: var(--text-soft); }
.board-section > .empty { margin-top: var(--space-2); }
.entries { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); column-gap: var(--space-4); }
.entry { display: flow-root; padding-block: var(--space-2); border-bottom: 1px solid var(--line); }
.entry-title { font-size: 1.125rem; line-height: 1.25; }
.entry-title a { text-decoration-color: var(--accent-line); }
.entry-title a:visited { color: var(--accent-strong); }
.entry-title a:hover { text-decoration-color: currentcolor; }
.entry-facts { display: flex; flex-wrap: wrap; gap: 0 0.9em; margin-top: var(--space-half); color: var(--text-faint); font: var(--size-2)/var(--leading) var(--font-interface); }
.type { display: inline-flex; align-items: center; gap: 0.4em; color: var(--text-soft); font-weight: 600; }
.icon { flex: none; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.makers { margin-top: var(--space-half); color: var(--text-faint); font: var(--size-2)/var(--leading) var(--font-interface); }
.summary { margin-top: var(--space-1); color: var(--text-soft); font-size: 0.97rem; line-height: 1.5; }
.summary > * + * { margin-top: 0.5em; }
.summary ul, .summary ol { padding-inline-start: 1.3em; list-style: revert; }
.summary h4, .summary h5, .summary h6 { font-size: 1em; }
.access { margin-top: var(--space-1); padding-inline-start: var(--space-1); border-inline-start: 3px solid var(--accent-line); color: var(--text-soft); font: var(--size-2)/var(--leading) var(--font-interface); }
.entry-picture { float: inline-end; width: 7rem; margin-inline-start: var(--space-2); margin-bottom: var(--space-half); }
.entry-picture img { display: block; border-radius: var(--radius-1); background: var(--surface-sunken); }
.entry-picture .credit { margin-top: var(--space-half); font-size: 0.6875rem; line-height: 1.35; }
.more { margin-top: var(--space-2); }
.more > summary { padding-block: var(--space-1); color: var(--accent); font: 600 var(--size-2)/var(--leading) var(--font-interface); cursor: pointer; width: fit-content; }
`;
