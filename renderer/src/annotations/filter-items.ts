import { foldWords } from '@core/codebook/fold-name';
import type { Actor } from '@core/model/actor';
import { t } from '../ui/strings';
import type { AnnotationItem } from './annotation-item';

/** Annotations of which quote, codes, speakers, memo or coder hold all the words; all where none is given. */
export function filterItems(
  items: readonly AnnotationItem[],
  words: string,
  actors: readonly Actor[],
): readonly AnnotationItem[] {
  const wanted = foldWords(words)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return items;
  const names = namesOf(actors);
  return items.filter((item) => {
    const held = foldedWords(item, names);
    return wanted.every((word) => held.includes(word));
  });
}

const namesByActors = new WeakMap<readonly Actor[], ReadonlyMap<string, string>>();

function namesOf(actors: readonly Actor[]): ReadonlyMap<string, string> {
  const known = namesByActors.get(actors);
  if (known !== undefined) return known;
  const names = new Map(actors.map(({ id, name, aliases }) => [id, [name, ...aliases].join(' ')]));
  namesByActors.set(actors, names);
  return names;
}

const folded = new WeakMap<ReadonlyMap<string, string>, WeakMap<AnnotationItem, string>>();

/** Remembered, for the same items are asked with every letter that is typed. */
function foldedWords(item: AnnotationItem, names: ReadonlyMap<string, string>): string {
  const known = folded.get(names) ?? new WeakMap<AnnotationItem, string>();
  folded.set(names, known);
  const words = known.get(item) ?? foldWords(wordsOf(item, names));
  known.set(item, words);
  return words;
}

function wordsOf(item: AnnotationItem, names: ReadonlyMap<string, string>): string {
  const { target, speaker_ids = [], review } = item.annotation;
  return [
    target.kind === 'passage' ? target.quote : '',
    ...item.codings.flatMap(({ code, coding, memo }) => [
      code?.name ?? '',
      coding.stance ?? '',
      coding.certainty ?? '',
      memo?.text ?? '',
    ]),
    ...speaker_ids.map((id) => names.get(id) ?? ''),
    item.memo?.text ?? '',
    item.coderName,
    review === 'to_review' ? `${t('annotations:toReview')} ${t('passages:review_to_review')}` : '',
  ].join(' ');
}
