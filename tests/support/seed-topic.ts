/** An entry of the topic that Carrel's first board was modeled on: title, type and date are its facts. */
export type SeedEntry = {
  readonly title: string;
  readonly type: 'News' | 'Webinar';
  /** When it was last modified. */
  readonly date: string;
  readonly dateInWords: string;
  readonly summary: string;
};

const entry = (title: string, type: SeedEntry['type'], day: number, summary: string): SeedEntry => ({
  title,
  type,
  date: `2018-11-${String(day).padStart(2, '0')}`,
  dateInWords: `November ${day}, 2018`,
  summary,
});

/** The topic, newest entry first. */
export const seedTopic = {
  title: 'Partnerships & Collaboration',
  description:
    'A library that works with its neighbors reaches people it would never meet alone. Begin with partners you know, then look for the ones nobody expects.',
  section: 'Most recently added',
  entries: [
    entry(
      'Library Needs and Responses to the Opioid Crisis: A Town Hall Summary',
      'News',
      19,
      'The main points of a national conversation about overdoses and libraries.',
    ),
    entry(
      'Reflections on Opioid Crisis Town Hall',
      'News',
      19,
      'What had changed three months after the talk.',
    ),
    entry(
      'Opioid Crisis: Libraries, Resources, Context and Data',
      'News',
      19,
      'Background reading and figures for libraries in towns of every size.',
    ),
    entry(
      'Opioid Crisis Town Hall: Library Needs and Responses',
      'Webinar',
      19,
      'Libraries and their partners compare needs and answers, online.',
    ),
    entry(
      'Delivering Literacy to Families through Stork Storytime',
      'News',
      15,
      'Reading aloud begins before the baby is born, with a toolkit to copy.',
    ),
    entry(
      'Library Kitchens and Cooking Programs',
      'News',
      14,
      'What a library can do with a kitchen of its own.',
    ),
    entry('Growing Library Garden Programs', 'News', 7, 'Gardens at libraries, and who helped to dig them.'),
    entry(
      'Small But Mighty Library Management and Innovation',
      'Webinar',
      7,
      'Fresh food, clean energy and lent tools from one very small library.',
    ),
    entry(
      'Are Dogs the New Library Cat?',
      'News',
      6,
      'Children read to trained dogs, who never correct them.',
    ),
  ],
} as const;
