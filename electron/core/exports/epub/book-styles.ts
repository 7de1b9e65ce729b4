/** The styles of a book: few, since readers choose their own fonts and colors. */
export const bookStyles = `body { margin: 1em; line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; }
h1 { font-size: 1.6em; }
h2 { margin-top: 2em; padding-bottom: 0.2em; border-bottom: 2px solid; font-size: 1.25em; }
h3 { margin: 1.4em 0 0; font-size: 1.05em; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; }
figcaption, .credit, .entry-facts, .access, .colophon, .uses { font-size: 0.85em; }
.hero img { max-height: 40vh; }
.entries, .credit-list, .uses { padding: 0; list-style: none; }
.entry, .credit-item { margin-bottom: 1.2em; }
.credit-item { padding-top: 1.2em; border-top: 1px solid; }
.credit-item .credit-title { margin: 0.6em 0 0; padding: 0; border: 0; font-size: 1.05em; }
.credit-item .credit, .credit-item .uses { margin: 0.3em 0 0; }
.entry-facts { margin: 0.2em 0; }
.entry-facts span { margin-right: 0.7em; }
.summary p { margin: 0.3em 0; }
.entry-picture img, .thumbnail { max-width: 12em; }
.quotation { padding-left: 0.8em; border-left: 3px solid; }
.quotation blockquote { margin: 0; }
.screen-only { display: none; }
.institution { font-style: italic; }
`;
