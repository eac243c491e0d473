import type { Code } from '@core/model/code';
import { useId } from 'react';
import { Group } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './code-details.module.css';

export interface CodeActionCalls {
  readonly onRemove: (code: Code) => void;
  readonly onArchive: (code: Code, isArchived: boolean) => void;
  /** Asks which other code it is to go into. */
  readonly onMerge: (code: Code) => void;
  /** Lists its passages, of which some go to a new code. */
  readonly onSplit: (code: Code) => void;
}

export interface CodeActionsProps extends CodeActionCalls {
  readonly code: Code;
  /** Those that are in use. */
  readonly codes: readonly Code[];
  /** Its codings. */
  readonly count: number;
  readonly isLocked: boolean;
}

/** What becomes of a code as a whole: merged, split, out of use, deleted. Each is a step that undo takes back. */
export function CodeActions(props: CodeActionsProps) {
  const { code, codes, count, isLocked } = props;
  const consequence = useId();
  const isArchived = code.archived_at !== undefined;
  const isFolder = code.kind === 'folder';
  return (
    <Group aria-label={t('codebook:actions')} className={styles['actions'] ?? ''}>
      <Button
        variant="quiet"
        isDisabled={isLocked}
        tooltip={t('codebook:mergeHint')}
        onPress={() => props.onMerge(code)}
      >
        {t('codebook:merge')}
      </Button>
      {!isFolder && !isArchived && (
        <Button
          variant="quiet"
          isDisabled={isLocked || count === 0}
          tooltip={t('codebook:splitHint')}
          onPress={() => props.onSplit(code)}
        >
          {t('codebook:split')}
        </Button>
      )}
      <Button
        variant="quiet"
        isDisabled={isLocked}
        tooltip={t(isArchived ? 'codebook:bringBackHint' : 'codebook:archiveHint')}
        onPress={() => props.onArchive(code, !isArchived)}
      >
        {t(isArchived ? 'codebook:bringBack' : 'codebook:archive')}
      </Button>
      <Button
        variant="quiet"
        isDanger
        isDisabled={isLocked}
        tooltip={consequenceWords(code, count, codes)}
        describedBy={consequence}
        onPress={() => props.onRemove(code)}
      >
        {t(isFolder ? 'codebook:deleteFolder' : 'codebook:delete')}
      </Button>
      <VisuallyHidden id={consequence}>{consequenceWords(code, count, codes)}</VisuallyHidden>
    </Group>
  );
}

function consequenceWords(code: Code, count: number, codes: readonly Code[]): string {
  if (code.kind === 'folder') return t('codebook:deletesFolder');
  const sentence = t('codebook:deletes', { count });
  const below = codes.filter(({ parent_id }) => parent_id === code.id).length;
  return below === 0 ? sentence : t('codebook:deletesBelow', { count: below, sentence });
}
