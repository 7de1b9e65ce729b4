import licenses from '#assets/notices/site-notices.json' with { type: 'json' };

/** The licenses of what a site carries beside the library's own content, as those licenses ask. */
export const notices = `The font Source Serif 4 (folder "fonts")

${licenses.font}


The icons beside the resource types (Lucide)

${licenses.icons}
`;
