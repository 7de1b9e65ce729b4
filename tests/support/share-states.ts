import * as fc from 'fast-check';
import { sharedTables, type ShareRecords } from '#core/sharing/share-records.ts';
import type { Topic } from '#shared/model/topic.ts';
import { aPlacement, aResource, aTopic } from './records.ts';

/** A change to a state: what it touches, so that two can be seen not to meet, and what it does. */
export type StateEdit = {
  readonly touches: string;
  readonly apply: (state: ShareRecords) => ShareRecords;
  /** Whether it can be seen in a state. */
  readonly holds: (state: ShareRecords) => boolean;
};

const id = (group: number, number: number): string =>
  `01900000-000${group}-7000-8000-${String(number).padStart(12, '0')}`;

const topicIds = [1, 2, 3].map((number) => id(1, number));
const sectionIds = topicIds.map((_, topic) => [1, 2, 3].map((number) => id(2, topic * 10 + number)));
const resourceIds = [1, 2, 3, 4, 5, 6].map((number) => id(3, number));

const none = Object.fromEntries(sharedTables.map((table) => [table, {}])) as unknown as ShareRecords;

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

const curated = (sectionId: string, title: string) =>
  ({ id: sectionId, kind: 'curated', title, description: '' }) as Topic['sections'][number];

const boards = topicIds.map((topicId, at) =>
  aTopic({
    id: topicId,
    title: `Topic ${at}`,
    slug: `topic-${at}`,
    position: `a${at}`,
    sections: (sectionIds[at] ?? []).map((sectionId, place) => curated(sectionId, `Section ${place}`)),
  }),
);
const resources = resourceIds.map((resourceId, at) => aResource({ id: resourceId, title: `Resource ${at}` }));

/** Three topics with three sections each, and six resources, of which each topic shows four. */
export const baseState: ShareRecords = {
  ...none,
  topics: byId(boards),
  resources: byId(resources),
  placements: byId(
    boards.flatMap((topic, at) =>
      resources.slice(0, 4).map((resource, place) =>
        aPlacement(topic, resource, {
          id: id(4, at * 10 + place),
          sectionId: sectionIds[at]?.[place % 3],
          position: `a${place}`,
        }),
      ),
    ),
  ),
};

const placementIds = Object.keys(baseState.placements);

type Table = 'topics' | 'resources' | 'placements';

const set = (table: Table, recordId: string, fields: Record<string, unknown>) => (state: ShareRecords) => ({
  ...state,
  [table]: { ...state[table], [recordId]: { ...state[table][recordId], ...fields } },
});

const fieldEdit = (table: Table, recordId: string, field: string, value: unknown): StateEdit => ({
  touches: `${table}/${recordId}/${field}`,
  apply: (state) => (recordId in state[table] ? set(table, recordId, { [field]: value })(state) : state),
  holds: (state) => (state[table][recordId] as Record<string, unknown> | undefined)?.[field] === value,
});

const word = fc.stringMatching(/^[A-Z][a-z]{3,8}$/);
const position = fc.stringMatching(/^a[1-9][A-Za-z1-9]{2}$/);

const resourceEdit = fc
  .record({ at: fc.constantFrom(...resourceIds), field: fc.constantFrom('title', 'summary', 'note'), word })
  .map(({ at, field, word: value }) => fieldEdit('resources', at, field, value));

const topicEdit = fc
  .record({ at: fc.constantFrom(...topicIds), field: fc.constantFrom('title', 'description'), word })
  .map(({ at, field, word: value }) => fieldEdit('topics', at, field, value));

const summaryEdit = fc
  .record({ at: fc.constantFrom(...placementIds), word })
  .map(({ at, word: value }) => fieldEdit('placements', at, 'summary', value));

const move = fc
  .record({ at: fc.constantFrom(...placementIds), to: fc.nat(2), position })
  .map(({ at, to, position: place }): StateEdit => {
    const topicId = baseState.placements[at]?.topicId ?? '';
    const sectionId = sectionIds[topicIds.indexOf(topicId)]?.[to];
    return {
      touches: `placements/${at}/place`,
      apply: (state) =>
        at in state.placements ? set('placements', at, { sectionId, position: place })(state) : state,
      holds: ({ placements }) =>
        placements[at]?.sectionId === sectionId && placements[at]?.position === place,
    };
  });

const takeOut = fc.constantFrom(...placementIds).map((at): StateEdit => ({
  touches: `placements/${at}`,
  apply: ({ placements: { [at]: _gone, ...placements }, ...state }) => ({ ...state, placements }),
  holds: ({ placements }) => !(at in placements),
}));

/** `side` keeps what two sides add apart, as ids do. */
const add = (side: number) =>
  fc
    .record({
      topic: fc.constantFrom(...boards),
      section: fc.nat(2),
      resource: fc.constantFrom(...resources.slice(4)),
      position,
    })
    .map((made): StateEdit => {
      const { topic, resource } = made;
      const placement = aPlacement(topic, resource, {
        id: id(5 + side, boards.indexOf(topic) * 10 + resources.indexOf(resource)),
        sectionId: topic.sections[made.section]?.id,
        position: made.position,
      });
      return {
        touches: `added/${topic.id}/${resource.id}`,
        apply: (state) => ({ ...state, placements: { ...state.placements, [placement.id]: placement } }),
        holds: ({ placements }) =>
          Object.values(placements).some((one) => one.topicId === topic.id && one.resourceId === resource.id),
      };
    });

const sectionTitle = fc
  .record({ topic: fc.nat(2), section: fc.nat(2), word })
  .map(({ topic, section, word: title }): StateEdit => {
    const topicId = topicIds[topic] ?? '';
    const sectionId = sectionIds[topic]?.[section];
    return {
      touches: `sections/${sectionId}/title`,
      apply: (state) =>
        set('topics', topicId, {
          sections: state.topics[topicId]?.sections.map((one) =>
            one.id === sectionId ? { ...one, title } : one,
          ),
        })(state),
      holds: ({ topics }) =>
        topics[topicId]?.sections.some((one) => one.id === sectionId && one.title === title) ?? false,
    };
  });

const sectionOrder = fc.nat(2).map((topic): StateEdit => {
  const topicId = topicIds[topic] ?? '';
  const wanted = (sectionIds[topic] ?? []).toReversed();
  return {
    touches: `sections/${topicId}/order`,
    apply: (state) =>
      set('topics', topicId, { sections: state.topics[topicId]?.sections.toReversed() })(state),
    holds: ({ topics }) => {
      const order = (topics[topicId]?.sections ?? [])
        .map((one) => String(one.id))
        .filter((one) => wanted.includes(one));
      return order.join() === wanted.join();
    },
  };
});

const addSection = (side: number) =>
  fc.record({ topic: fc.nat(2), word }).map(({ topic, word: title }): StateEdit => {
    const topicId = topicIds[topic] ?? '';
    const sectionId = id(7 + side, topic);
    return {
      touches: `sections/${sectionId}`,
      apply: (state) =>
        set('topics', topicId, {
          sections: [
            ...(state.topics[topicId]?.sections ?? []).filter((one) => one.id !== sectionId),
            curated(sectionId, title),
          ],
        })(state),
      holds: ({ topics }) => topics[topicId]?.sections.some((one) => one.id === sectionId) ?? false,
    };
  });

/** What one side may do to the base, in some order; of two edits of the same thing only the first. */
export const editsOf = (side: 0 | 1): fc.Arbitrary<readonly StateEdit[]> =>
  fc
    .array(
      fc.oneof(
        resourceEdit,
        topicEdit,
        summaryEdit,
        move,
        takeOut,
        add(side),
        sectionTitle,
        sectionOrder,
        addSection(side),
      ),
      { maxLength: 8 },
    )
    .map((edits) =>
      [...new Map(edits.toReversed().map((edit) => [edit.touches, edit])).values()].toReversed(),
    );

/** The base with edits made to it. */
export const edited = (edits: readonly StateEdit[]): ShareRecords =>
  edits.reduce((state, edit) => edit.apply(state), baseState);
