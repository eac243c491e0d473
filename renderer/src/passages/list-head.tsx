import { Group } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './list-head.module.css';
import type { DeskState } from './passage-desk';

/** What can be done with the row in hand, or with all that are chosen. */
export interface PassageActions {
  readonly onCode: () => void;
  readonly onRecode: () => void;
  readonly onUnsure: () => void;
  /** Moves the passages to a new code. */
  readonly onSplit: () => void;
  /** Takes what a search coded for good. */
  readonly onAccept: () => void;
  readonly onRemove: () => void;
}

interface ListHeadProps {
  readonly state: DeskState;
  /** Of the passages found, those that are no copy of another; null where that is not known. */
  readonly distinct: number | null;
  readonly actions: PassageActions;
  readonly onAgain: () => void;
}

/** How much was found, how much of it has changed since, and what can be done with what is chosen. */
export function ListHead({ state, distinct, actions, onAgain }: ListHeadProps) {
  const { run, drift, selection } = state;
  if (run === null) return <div className={styles['head']} />;
  const { passages, documents } = run.found;
  const isStale = drift.left + drift.fresh > 0;
  return (
    <div className={styles['head']}>
      <output className={styles['count']}>
        {[
          t('passages:count', {
            passages: t('passages:countPassages', { count: passages }),
            documents: t('passages:countDocuments', { count: documents }),
          }),
          ...(distinct === null || distinct >= passages
            ? []
            : [t('passages:distinctCount', { count: distinct })]),
          ...(drift.left === 0 ? [] : [t('passages:left', { count: drift.left })]),
          ...(drift.fresh === 0 ? [] : [t('passages:fresh', { count: drift.fresh })]),
          ...(selection.chosen.size === 0 ? [] : [t('passages:selected', { count: selection.chosen.size })]),
        ].join(' · ')}
      </output>
      {isStale ? (
        <Button variant="quiet" tooltip={t('passages:againHint')} keys="F5" onPress={onAgain}>
          {t('passages:again')}
        </Button>
      ) : null}
      {selection.at < 0 ? null : (
        <Group aria-label={t('passages:actions')} className={styles['actions'] ?? ''}>
          <Button variant="quiet" keys="c" onPress={actions.onCode}>
            {t('passages:code')}
          </Button>
          <Button
            variant="quiet"
            tooltip={t('passages:recodeHint')}
            keys="Shift+C"
            onPress={actions.onRecode}
          >
            {t('passages:recode')}
          </Button>
          <Button variant="quiet" tooltip={t('passages:splitHint')} onPress={actions.onSplit}>
            {t('passages:split')}
          </Button>
          <Button variant="quiet" keys="u" onPress={actions.onUnsure}>
            {t('passages:unsure')}
          </Button>
          <Button variant="quiet" tooltip={t('passages:acceptHint')} keys="y" onPress={actions.onAccept}>
            {t('passages:accept')}
          </Button>
          <Button variant="quiet" tooltip={t('passages:removeHint')} keys="x" onPress={actions.onRemove}>
            {t('passages:remove')}
          </Button>
        </Group>
      )}
    </div>
  );
}
