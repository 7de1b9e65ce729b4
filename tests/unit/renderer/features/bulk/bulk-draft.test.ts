import { expect, it } from 'vitest';
import { toBulkEdit } from '#renderer/features/bulk/bulk-draft.ts';

it('asks for nothing while nothing is filled in', () => {
  expect(toBulkEdit({})).toBeNull();
  expect(toBulkEdit({ publisher: '  ', addSubjects: '\n', removeSubjects: [] })).toBeNull();
});

it('sets what is filled in, and empties what is ticked to be empty', () => {
  expect(
    toBulkEdit({
      typeId: 'webinar',
      language: ' es ',
      publishedOn: null,
      addSubjects: 'Gardens\n Seeds ',
      removeSubjects: ['Water'],
    }),
  ).toEqual({
    typeId: 'webinar',
    language: 'es',
    publishedOn: null,
    addSubjects: ['Gardens', 'Seeds'],
    removeSubjects: ['Water'],
  });
});
