/** On paper: black on white, addresses written out, credits in their printed form, nothing folded away. */
export const print = `@media print {
  @page { margin: 18mm 16mm; }
  :root[class] {
    color-scheme: light;
    --surface: #fff;
    --surface-page: #fff;
    --surface-sunken: #fff;
    --line: #bbb;
    --line-strong: #777;
    --text: #000;
    --text-soft: #222;
    --text-faint: #444;
    --accent: #000;
    --accent-strong: #000;
    --accent-soft: #fff;
    --accent-line: #bbb;
  }
  body { font-size: 10.5pt; line-height: 1.4; }
  .skip, .site-nav, .breadcrumb, .foot-links, .more > summary, .screen-only { display: none; }
  .print-only { display: inline; }
  .site-head, main, .site-foot { max-width: none; padding-inline: 0; }
  .site-foot { margin-top: 6mm; padding-block: 0; break-before: avoid; }
  .site-foot::before { margin-bottom: 3mm; }
  .with-hero { display: grid; grid-template-columns: 1fr 70mm; gap: 8mm; }
  .hero { margin-top: 0; }
  .hero img { max-height: 75mm; border-radius: 0; }
  .entries, .topic-cards { display: block; }
  .entry, .topic-card, .credit-item, .hero { break-inside: avoid; }
  h1, h2, h3, .entry-facts { break-after: avoid; }
  .more::details-content { content-visibility: visible; block-size: auto; }
  .entry-title a, .prose a, .summary a { text-decoration: none; }
  .entry-title a:not(.bare)::after, .prose a[href^='http']::after, .summary a[href^='http']::after {
    content: ' <' attr(href) '>';
    font: 400 0.8em/1.3 var(--font-interface);
    word-break: break-all;
  }
  .topic-card { padding-block: 3mm; }
  .card-picture { float: inline-end; width: 45mm; margin-inline-start: 5mm; }
}
`;
