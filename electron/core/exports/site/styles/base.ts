/** Body, type, links, focus, and what frames every page. */
export const base = `*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: var(--space-2); }
body {
  margin: 0;
  background: var(--surface);
  color: var(--text);
  font: 400 1.0625rem/var(--leading-page) var(--font-page);
  overflow-wrap: break-word;
  text-rendering: optimizeLegibility;
}
h1, h2, h3, h4, h5, h6 { margin: 0; line-height: var(--leading-tight); font-weight: var(--weight-strong); text-wrap: balance; }
p, ul, ol, figure, blockquote, pre, table { margin: 0; }
ul[class], ol[class], .breadcrumb ol, nav ul { padding: 0; list-style: none; }
a { color: var(--accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
a:hover { color: var(--accent-strong); text-decoration-thickness: 0.12em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
img { max-width: 100%; height: auto; }
.sprite { position: absolute; }
.print-only { display: none; }
.skip {
  position: absolute;
  inset-inline-start: var(--space-2);
  top: -10rem;
  padding: var(--space-1) var(--space-2);
  background: var(--accent);
  color: var(--surface-page);
  font-family: var(--font-interface);
  border-radius: var(--radius-1);
  z-index: 1;
}
.skip:focus { top: var(--space-1); color: var(--surface-page); }
.site-head, main, .site-foot { max-width: 78rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 3rem); }
.site-head {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 var(--space-2);
  padding-block: var(--space-2) var(--space-1);
  font-family: var(--font-interface);
  font-size: var(--size-2);
  line-height: var(--leading);
}
.site-name a { color: var(--text); font-weight: 650; text-decoration: none; }
.site-name a:hover { text-decoration: underline; }
.institution { color: var(--text-faint); }
.logo { line-height: 0; }
.logo img { width: auto; max-width: min(100%, 20rem); max-height: 3rem; }
.site-nav { margin-inline-start: auto; }
@media (max-width: 34rem) {
  .logo { flex-basis: 100%; margin-block-end: var(--space-1); }
  .site-nav { flex-basis: 100%; }
}
.site-nav ul { display: flex; flex-wrap: wrap; gap: 0 var(--space-2); }
.site-nav [aria-current] { color: var(--text); font-weight: 600; text-decoration: none; }
.site-foot {
  margin-top: var(--space-6);
  padding-block: var(--space-3) var(--space-4);
  color: var(--text-faint);
  font: var(--size-2)/var(--leading) var(--font-interface);
}
.site-foot::before { content: ''; display: block; border-top: 1px solid var(--line); margin-bottom: var(--space-3); }
.foot-links { display: flex; flex-wrap: wrap; gap: var(--space-half) var(--space-3); margin-bottom: var(--space-1); }
.site-foot p { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); }
.breadcrumb ol { display: flex; flex-wrap: wrap; font: var(--size-2)/var(--leading) var(--font-interface); margin-bottom: var(--space-1); }
.breadcrumb li:not(:last-child)::after { content: '/'; content: '/' / ''; margin-inline: var(--space-1); color: var(--line-strong); }
.credit { color: var(--text-faint); font: var(--size-1)/var(--leading) var(--font-interface); }
.credit a { color: inherit; }
.credit a:hover { color: var(--accent-strong); }
.empty { color: var(--text-faint); font-style: italic; }
.prose > * + * { margin-top: 0.75em; }
.prose h2, .prose h3, .prose h4, .prose h5, .prose h6 { margin-top: 1.2em; font-size: var(--size-4); }
.prose h4, .prose h5, .prose h6 { font-size: var(--size-3); }
.prose ul, .prose ol { padding-inline-start: 1.4em; }
.prose blockquote { padding-inline-start: var(--space-2); border-inline-start: 3px solid var(--accent-line); color: var(--text-soft); }
pre, code { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; font-size: 0.9em; }
pre { overflow-x: auto; padding: var(--space-1) var(--space-2); background: var(--surface-sunken); border-radius: var(--radius-1); white-space: pre-wrap; }
table { border-collapse: collapse; display: block; overflow-x: auto; font-size: 0.94em; }
th, td { padding: 0.3em 0.7em; border: 1px solid var(--line); text-align: start; vertical-align: top; }
`;
