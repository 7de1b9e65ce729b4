const dark = `
    --surface: #1b1916;
    --surface-page: #211f1b;
    --surface-sunken: #161412;
    --line: #37332c;
    --line-strong: #8d836f;
    --text: #f1ebdf;
    --text-soft: #cfc6b5;
    --text-faint: #b0a692;
    --accent: #79cbc5;
    --accent-strong: #9adbd6;
    --accent-soft: #1d3a39;
    --accent-line: #2a5250;
    --focus: #82c6f2;`;

/** The app's own tokens, under the same names and with the same values, so that a page looks as it was edited. */
export const tokens = `:root {
  color-scheme: light dark;
  --surface: #faf7f1;
  --surface-page: #fffefb;
  --surface-sunken: #f4efe5;
  --line: #e9e2d4;
  --line-strong: #8d836f;
  --text: #231f1a;
  --text-soft: #4d473c;
  --text-faint: #655d4f;
  --accent: #0d5c61;
  --accent-strong: #084a4f;
  --accent-soft: #e6f1ef;
  --accent-line: #cfe5e1;
  --focus: #0b6ea8;
  --space-half: 0.25rem;
  --space-1: 0.5rem;
  --space-2: 1rem;
  --space-3: 1.5rem;
  --space-4: 2rem;
  --space-6: 3rem;
  --size-1: 0.75rem;
  --size-2: 0.875rem;
  --size-3: 1rem;
  --size-4: 1.25rem;
  --size-5: 1.625rem;
  --size-6: 2.25rem;
  --leading-tight: 1.2;
  --leading: 1.45;
  --leading-page: 1.55;
  --font-interface: 'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
  --font-page: 'Source Serif 4', Charter, Georgia, 'Noto Serif', serif;
  --weight-strong: 620;
  --radius-1: 4px;
  --radius-2: 8px;
}
@media (prefers-color-scheme: dark) {
  :root {${dark}
  }
}
@media (forced-colors: active) {
  :root {
    --line: CanvasText;
    --line-strong: CanvasText;
    --accent: LinkText;
    --accent-line: CanvasText;
    --focus: Highlight;
  }
}
`;
