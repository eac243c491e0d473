import type { Id } from '../../model/identity';
import type { Memo } from '../../model/memo';
import { plainMemo } from '../plain-memo';
import { sortedBy } from '../snapshot-index';
import { refiTime } from './refi-time';
import { byTime, onOneLine, type RefiWriter } from './refi-writer';
import { container, element, type XmlNode } from './xml-writer';

const longestName = 60;

/** The beginning of a memo's first line: other programs list memos by name. */
export function noteName(text: string): string {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? '';
  const letters = Array.from(line);
  return letters.length <= longestName ? line : `${letters.slice(0, longestName - 1).join('')}…`;
}

/** Memos as notes in plain text: those that something in the file refers to. */
export function writeNotes({ index, guid, losses, referred }: RefiWriter): readonly XmlNode[] {
  const notes: Memo[] = [];
  for (const memo of index.snapshot.memos.toSorted(byTime)) {
    if (!referred.has(memo)) {
      losses.note('memo', memo.id);
      continue;
    }
    if (memo.markdown !== plainMemo(memo.text)) losses.note('memo-markup', memo.id);
    notes.push(memo);
  }
  return container(
    'Notes',
    notes.map(({ id, coder_id, text, created_at, modified_at }) =>
      element(
        'Note',
        {
          guid: guid('memo', id),
          name: onOneLine(noteName(text)),
          creatingUser: guid('coder', coder_id),
          creationDateTime: refiTime(created_at),
          modifyingUser: guid('coder', coder_id),
          modifiedDateTime: refiTime(modified_at),
        },
        // Without a text a note is invalid in the eyes of some, and an empty element is not without one.
        [element('PlainTextContent', {}, text)],
      ),
    ),
  );
}

/** Links between passages. One to or from a whole document has nothing to hold on to. */
export function writeLinks(
  { index, guid, losses }: RefiWriter,
  selected: ReadonlySet<Id>,
): readonly XmlNode[] {
  const links = sortedBy(index.snapshot.links, ({ id }) => id);
  const ends = new Set(links.map(({ from }) => from));
  const started = index.annotations.filter(({ id }) => ends.has(id));
  const coders = new Map(started.map(({ id, coder_id }) => [id, coder_id]));
  const nodes = links.flatMap(({ id, from, to, kind, coder_id, detached }): readonly XmlNode[] => {
    if (!selected.has(from) || !selected.has(to)) {
      losses.note('link', id);
      return [];
    }
    // REFI links are nobody's; they come back as those of whoever made the passage they start from.
    if (detached === true || coders.get(from) !== coder_id) losses.note('link-details', id);
    return [
      element('Link', {
        guid: guid('link', id),
        name: kind,
        direction: 'OneWay',
        originGUID: guid('annotation', from),
        targetGUID: guid('annotation', to),
      }),
    ];
  });
  return container('Links', nodes);
}
