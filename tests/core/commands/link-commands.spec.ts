import { addLink, linksByAnnotation, linksOf, removeLink } from '@core/commands/link-commands';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeContext } from '../make-records';
import { commandProject, makeLink, succeeded } from './command-project';

const links = [
  makeLink('a', 'b', 'restates'),
  makeLink('c', 'a', 'contradicts'),
  makeLink('a', 'c', 'continues'),
  makeLink('b', 'c', 'quotes'),
];

test('a link is added with its direction, and taken away', () => {
  const on = commandProject({ annotation: ['a', 'b'].map((id) => makeAnnotation({ id })) });
  on.commit(succeeded(addLink([], 'b', 'a', 'contradicts', makeContext())));
  expect(on.all('link')).toMatchObject([{ from: 'b', to: 'a', kind: 'contradicts', coder_id: 'coder' }]);
  on.commit(on.all('link').flatMap(removeLink));
  expect(on.all('link')).toEqual([]);
});

const asked: readonly (readonly [
  from: string,
  to: string,
  kind: 'restates' | 'continues',
  outcome: string,
])[] = [
  ['a', 'a', 'restates', 'self-link'],
  ['a', 'b', 'restates', 'linked-already'],
  ['b', 'a', 'restates', 'added'],
  ['a', 'b', 'continues', 'added'],
];
for (const [from, to, kind, outcome] of asked) {
  test(`${from} ${kind} ${to}: ${outcome}`, () => {
    const result = addLink(links, from, to, kind, makeContext());
    expect(result.ok ? 'added' : result.error).toBe(outcome);
  });
}

test('another coder’s link is no obstacle', () => {
  expect(addLink(links, 'a', 'b', 'restates', makeContext({ coder_id: 'other' })).ok).toBe(true);
});

test('links are listed both ways, by kind', () => {
  const listed = linksOf('a', links).map(({ direction, other, link }) => [direction, link.kind, other]);
  expect(listed).toEqual([
    ['out', 'continues', 'c'],
    ['out', 'restates', 'b'],
    ['in', 'contradicts', 'c'],
  ]);
  const all = linksByAnnotation(links);
  expect([...all.keys()].toSorted()).toEqual(['a', 'b', 'c']);
  expect(all.get('a')).toEqual(linksOf('a', links));
});
