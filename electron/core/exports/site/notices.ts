import licenses from '#assets/notices/site-notices.json' with { type: 'json' };

const fonts = Object.entries(licenses.fonts).map(
  ([name, text]) => `The font ${name} (folder "fonts")\n\n${text}`,
);

/** The licenses of what a site carries beside the library's own content, as those licenses ask. */
export const notices = `${[...fonts, `The icons beside the resource types (Lucide)\n\n${licenses.icons}`].join('\n\n\n')}\n`;
