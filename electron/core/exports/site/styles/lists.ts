/** The entrance and the credits page. */
export const lists = `.index-head { padding-block: var(--space-1) var(--space-3); max-width: 44rem; }
.topic-cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: var(--space-4) var(--space-4); }
.topic-card { display: flex; flex-direction: column; gap: var(--space-1); border-top: 2px solid var(--text); padding-top: var(--space-2); }
.card-picture img { display: block; width: 100%; aspect-ratio: 3 / 2; object-fit: contain; border-radius: var(--radius-2); background: var(--surface-sunken); }
.card-picture .credit { margin-top: var(--space-half); }
.topic-card h2 { font-size: var(--size-4); }
.topic-card h2 a { text-decoration-color: var(--accent-line); }
.topic-card h2 + p:not(.count) { margin-top: var(--space-1); color: var(--text-soft); font-size: 0.97rem; line-height: 1.5; }
.count { margin-top: var(--space-1); color: var(--text-faint); font: var(--size-2)/var(--leading) var(--font-interface); }
.card-topics { margin-top: var(--space-1); font-size: 0.97rem; }
.card-topics ul { padding-inline-start: var(--space-2); list-style: none; }
.card-topics li { padding-block: 0.1rem; }
.credit-list { display: grid; gap: var(--space-3); }
.credit-item { display: grid; grid-template-columns: minmax(0, 12rem) minmax(0, 1fr); gap: var(--space-3); padding-top: var(--space-3); border-top: 1px solid var(--line); align-items: start; }
.credit-item:target { background: var(--accent-soft); }
.credit-item .thumbnail { display: block; max-height: 12rem; object-fit: contain; object-position: 0 0; border-radius: var(--radius-1); }
.credit-title { font-size: var(--size-3); }
.credit-item .credit { margin-top: var(--space-half); color: var(--text-soft); font-size: var(--size-2); }
.tree { max-width: 60rem; }
.tree ul { padding-inline-start: var(--space-3); list-style: none; border-inline-start: 1px solid var(--line); }
.tree > ul { padding-inline-start: 0; border: 0; }
.tree > ul > li { padding-block: var(--space-1); border-top: 1px solid var(--line); }
.tree > ul > li > a { font-size: var(--size-4); font-weight: var(--weight-strong); }
.tree li { padding-block: 0.2rem; }
.tree .count { margin-inline-start: var(--space-1); }
.search { max-width: 46rem; }
.search label { display: block; font: 600 var(--size-2)/var(--leading) var(--font-interface); }
.search input {
  width: 100%;
  margin-top: var(--space-half);
  padding: 0.6rem 0.8rem;
  border: 1px solid var(--line-strong);
  border-radius: var(--radius-1);
  background: var(--surface-page);
  color: var(--text);
  font: var(--size-4)/1.3 var(--font-interface);
}
.search-count { margin-block: var(--space-2); color: var(--text-faint); font: var(--size-2)/var(--leading) var(--font-interface); }
.found > li { padding-block: 0.75rem; border-top: 1px solid var(--line); }
.uses { margin-top: var(--space-1); color: var(--text-faint); font: var(--size-2)/var(--leading) var(--font-interface); }
@media (max-width: 30rem) {
  .credit-item { grid-template-columns: minmax(0, 1fr); gap: var(--space-1); }
}
`;
