/** Something for a topic to begin with that every library has. Its words are messages, `template.starter.<id>`. */
export type Starter = {
  readonly id: 'guide' | 'event' | 'reading-list';
  /** Messages below `template.section`, in order. */
  readonly sections: readonly StarterSection[];
};

type StarterSection =
  | 'start-here'
  | 'go-deeper'
  | 'local-help'
  | 'recording'
  | 'mentioned'
  | 'what-next'
  | 'essential'
  | 'further';

/** For a subject guide, for what follows an event, for a list to read from. */
export const starters: readonly Starter[] = [
  { id: 'guide', sections: ['start-here', 'go-deeper', 'local-help'] },
  { id: 'event', sections: ['recording', 'mentioned', 'what-next'] },
  { id: 'reading-list', sections: ['essential', 'further'] },
];
