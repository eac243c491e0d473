import { acceptedOnly } from '@core/exchange/accepted-only';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { expect, test } from '@playwright/test';
import { makeLink, makeMemo } from '../commands/command-project';
import { makeAnnotation, makeCoding, makeProject } from '../make-records';

const made = { origin: 'search' } as const;
const snapshot: ProjectSnapshot = {
  ...{ project: makeProject(), coders: [], documents: [], structures: [], attributes: [], properties: [] },
  ...{ actors: [], codes: [], passes: [] },
  annotations: [
    makeAnnotation({ id: 'hand', codings: [makeCoding('a')] }),
    makeAnnotation({ id: 'waits', ...made, review: 'to_review', codings: [makeCoding('b', made)] }),
    makeAnnotation({ id: 'taken', ...made, review: 'accepted', codings: [makeCoding('c', made)] }),
    makeAnnotation({ id: 'both', review: 'to_review', codings: [makeCoding('d'), makeCoding('e', made)] }),
  ],
  memos: [
    makeMemo('annotation', 'hand'),
    makeMemo('annotation', 'waits'),
    makeMemo('coding', 'coding-e'),
    makeMemo('code', 'a'),
  ],
  links: [makeLink('hand', 'taken'), makeLink('hand', 'waits')],
};

test('what a search coded and nobody accepted goes, with its memos and links', () => {
  const { annotations, memos, links } = acceptedOnly(snapshot);
  expect(annotations.map(({ id, codings }) => [id, codings.map(({ code_id }) => code_id)])).toEqual([
    ['hand', ['a']],
    ['taken', ['c']],
    ['both', ['d']],
  ]);
  expect(memos.map(({ target }) => target.id)).toEqual(['hand', 'a']);
  expect(links.map(({ to }) => to)).toEqual(['taken']);
});
