import type { TypeIcon } from '#shared/model/resource.ts';

/** What each icon shows, for choosing one by its name. */
export const iconNameKeys = {
  newspaper: 'type-icon.newspaper',
  presentation: 'type-icon.presentation',
  'file-text': 'type-icon.file-text',
  'graduation-cap': 'type-icon.graduation-cap',
  video: 'type-icon.video',
  wrench: 'type-icon.wrench',
  'chart-column': 'type-icon.chart-column',
  book: 'type-icon.book',
  globe: 'type-icon.globe',
  calendar: 'type-icon.calendar',
  image: 'type-icon.image',
  podcast: 'type-icon.podcast',
  database: 'type-icon.database',
  users: 'type-icon.users',
  bookmark: 'type-icon.bookmark',
} as const satisfies Record<TypeIcon, string>;
