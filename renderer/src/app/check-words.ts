import type { Document } from '@core/model/document';
import type { CheckedFiles } from '@preload/contract';
import type { ProjectCheck } from '../data/check-project';
import type { CheckedPart } from '../projects/check-dialog';
import { t } from '../ui/strings';

/** Names that a sentence carries; the others are counted. */
const mostNamed = 5;

/** What a check came to, part by part. A text is named by the documents that stand on it. */
export function checkWords(
  { kept, store }: ProjectCheck,
  documents: readonly Pick<Document, 'title' | 'text_sha256'>[],
): readonly CheckedPart[] {
  const titles = new Map<string, string>();
  for (const { title, text_sha256 } of documents) titles.set(text_sha256, title);
  const titleOf = (hash: string): string => titles.get(hash) ?? hash.slice(0, 12);
  const { journal, texts, files, backups } = kept;
  return [
    {
      title: t('keeping:journal'),
      isSound: journal.kind === 'sound',
      words:
        journal.kind === 'sound'
          ? t('keeping:journalSound', { count: journal.changes, chain: journal.chain })
          : t('keeping:journalDamaged', { line: journal.line, why: journal.why }),
    },
    { title: t('keeping:store'), isSound: store.kind === 'sound', words: storeWords(store) },
    filesPart('texts', texts, titleOf),
    filesPart('files', files, (hash) => hash.slice(0, 12)),
    filesPart('backups', backups, (name) => name),
  ];
}

function storeWords(store: ProjectCheck['store']): string {
  if (store.kind === 'sound') return t('keeping:storeSound');
  return store.kind === 'behind'
    ? t('keeping:storeBehind')
    : t('keeping:storeDoubted', { detail: store.detail });
}

function filesPart(
  part: 'texts' | 'files' | 'backups',
  { sound, damaged }: CheckedFiles,
  nameOf: (name: string) => string,
): CheckedPart {
  const title = t(`keeping:${part}`);
  if (damaged.length > 0) {
    const named = damaged.slice(0, mostNamed).map(nameOf).join(', ');
    const more = damaged.length - mostNamed;
    const names = more > 0 ? t('keeping:andMore', { names: named, count: more }) : named;
    return { title, isSound: false, words: t(`keeping:${part}Damaged`, { count: damaged.length, names }) };
  }
  if (sound === 0 && part !== 'texts') return { title, isSound: true, words: t(`keeping:${part}None`) };
  return { title, isSound: true, words: t(`keeping:${part}Sound`, { count: sound }) };
}
