import type { Backup } from '@preload/contract';
import { t } from '../ui/strings';

/** What a person counts a project by: the table, and its words. */
const parts = [
  { table: 'document', words: 'documents' },
  { table: 'annotation', words: 'passages' },
  { table: 'code', words: 'codes' },
  { table: 'memo', words: 'memos' },
] as const;

export interface BackupPart {
  readonly table: string;
  /** "77 passages". */
  readonly count: string;
  /** "3 fewer than now". */
  readonly beside: string;
}

/** What a backup holds, and how that differs from what the project holds now. */
export function backupParts(
  { counts }: Pick<Backup, 'counts'>,
  now: Readonly<Record<string, number>>,
): readonly BackupPart[] {
  return parts.map(({ table, words }) => {
    const count = counts[table] ?? 0;
    const difference = count - (now[table] ?? 0);
    return { table, count: t(`keeping:${words}`, { count }), beside: differenceWords(difference) };
  });
}

function differenceWords(difference: number): string {
  if (difference === 0) return t('keeping:asNow');
  return difference < 0
    ? t('keeping:fewer', { count: -difference })
    : t('keeping:more', { count: difference });
}

/** Kilobytes of 1,000 bytes, one at least. */
export function sizeWords(bytes: number): string {
  return t('keeping:kilobytes', { count: Math.max(1, Math.round(bytes / 1000)) });
}
