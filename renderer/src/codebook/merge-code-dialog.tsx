import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './merge-code-dialog.module.css';

export interface MergeChoice {
  readonly code: Code;
  /** Of its parents, empty at the top. */
  readonly above: string;
}

/** What merging into a code would do, in sentences; or why it cannot be done. */
export type MergeOutcome =
  | { readonly state: 'reading' }
  | { readonly state: 'ready'; readonly sentences: readonly string[] }
  | { readonly state: 'refused'; readonly reason: string };

export interface MergeCodeDialogProps {
  /** The one that goes. */
  readonly code: Code;
  readonly choices: readonly MergeChoice[];
  readonly outcomeOf: (into: Code) => MergeOutcome;
  readonly onMerge: (into: Code) => void;
  readonly onClose: () => void;
}

/** Dialog: which code another one goes into, and what that does, before it is done. Mounted while it is open. */
export function MergeCodeDialog({ code, choices, outcomeOf, onMerge, onClose }: MergeCodeDialogProps) {
  const [chosen, setChosen] = useState<Id | null>(null);
  const { contains } = useFilter({ sensitivity: 'base' });
  const into = choices.find((choice) => choice.code.id === chosen)?.code ?? null;
  const outcome = into === null ? null : outcomeOf(into);
  return (
    <DialogFrame
      title={t('codebook:mergeTitle', { name: code.name })}
      summary={t('codebook:mergeSummary')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={into === null || outcome?.state !== 'ready'}
            onPress={() => {
              if (into !== null) onMerge(into);
            }}
          >
            {t('codebook:mergeDo')}
          </Button>
        </>
      }
    >
      <div className={styles['content']}>
        {choices.length === 0 ? (
          <p className={styles['quiet']}>{t('codebook:mergeNone')}</p>
        ) : (
          <Autocomplete filter={contains}>
            <SearchField aria-label={t('codebook:mergeFind')} autoFocus>
              <Input
                className={styles['find'] ?? ''}
                placeholder={t('codebook:mergeFind')}
                spellCheck="false"
              />
            </SearchField>
            <ListBox
              aria-label={t('codebook:mergeTarget')}
              className={styles['codes'] ?? ''}
              selectionMode="single"
              selectedKeys={chosen === null ? [] : [chosen]}
              onSelectionChange={(keys) => {
                const [key] = keys === 'all' ? [] : keys;
                setChosen(key === undefined ? null : String(key));
              }}
              items={choices.map((choice) => ({ id: choice.code.id, ...choice }))}
              renderEmptyState={() => <p className={styles['quiet']}>{t('codebook:mergeNoMatch')}</p>}
            >
              {(choice) => (
                <ListBoxItem id={choice.id} textValue={choice.code.name} className={styles['code'] ?? ''}>
                  {choice.code.kind === 'code' && (
                    <Swatch color={choice.code.color} mark={choice.code.mark} />
                  )}
                  <bdi className={styles['name']}>{choice.code.name}</bdi>
                  <bdi className={styles['above']}>{choice.above}</bdi>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        )}
        <output className={styles['outcome']}>
          {outcome === null ? null : <Outcome outcome={outcome} />}
        </output>
      </div>
    </DialogFrame>
  );
}

function Outcome({ outcome }: { readonly outcome: MergeOutcome }) {
  if (outcome.state === 'reading') return <p className={styles['quiet']}>{t('codebook:mergeReading')}</p>;
  if (outcome.state === 'refused') return <p className={styles['refused']}>{outcome.reason}</p>;
  return outcome.sentences.map((sentence) => <p key={sentence}>{sentence}</p>);
}
