import type { Stance } from '@core/model/annotation';
import { MessageSquarePlus, X } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton, TooltipTrigger } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import { Tip } from '../ui/tip';
import type { CodingItem, MemoContent } from './annotation-item';
import styles from './coding-row.module.css';
import { MemoEditor } from './memo-editor';

export interface CodingRowProps {
  readonly item: CodingItem;
  readonly isOwn: boolean;
  readonly onRemove: () => void;
  readonly onUnsure: (unsure: boolean) => void;
  readonly onStance: (stance: Stance | null) => void;
  readonly onMemo: (content: MemoContent) => void;
  readonly onLeaveMemo: () => void;
}

const stances = ['affirms', 'denies', 'mentions'] as const satisfies readonly Stance[];

/** One code of the annotation in hand: what the passage does with it, how sure, why, and a way to take it off. */
export function CodingRow(props: CodingRowProps) {
  const { item, isOwn } = props;
  const { coding, code, memo } = item;
  const name = code?.name ?? t('annotations:missingCode');
  const [wantsMemo, setWantsMemo] = useState<object | null>(null);
  const showsMemo = memo !== undefined || wantsMemo !== null;
  return (
    <fieldset className={styles['row']} aria-label={name}>
      <div className={styles['head']}>
        <span className={styles['code']} title={code?.description}>
          <Swatch color={code?.color ?? ''} mark={code?.mark ?? ''} />
          <span className={styles['name']}>
            <bdi>{name}</bdi>
          </span>
        </span>
        <span className={styles['says']}>
          <select
            className={styles['stance']}
            aria-label={t('annotations:stanceOf', { code: name })}
            disabled={!isOwn}
            data-none={coding.stance === undefined ? '' : undefined}
            value={coding.stance ?? ''}
            onChange={(event) =>
              props.onStance(stances.find((stance) => stance === event.target.value) ?? null)
            }
          >
            <option value="">{t('annotations:stanceNone')}</option>
            {stances.map((stance) => (
              <option key={stance} value={stance}>
                {t(`annotations:${stance}`)}
              </option>
            ))}
          </select>
          <TooltipTrigger delay={600} closeDelay={0}>
            <ToggleButton
              className={styles['unsure'] ?? ''}
              aria-label={t('annotations:markUnsure', { code: name })}
              isDisabled={!isOwn}
              isSelected={coding.certainty === 'unsure'}
              onChange={props.onUnsure}
            >
              {t('annotations:unsure')}
            </ToggleButton>
            <Tip words={t('annotations:unsureHint')} keys="u" />
          </TooltipTrigger>
        </span>
        {isOwn && (
          <span className={styles['buttons']}>
            {!showsMemo && (
              <Button
                variant="icon"
                label={t('annotations:codingMemoOf', { code: name })}
                onPress={() => setWantsMemo({})}
              >
                <MessageSquarePlus size={14} aria-hidden />
              </Button>
            )}
            <Button
              variant="icon"
              label={t('annotations:removeCode', { code: name })}
              tooltip={t('annotations:removeCodeHint')}
              onPress={props.onRemove}
            >
              <X size={14} aria-hidden />
            </Button>
          </span>
        )}
      </div>
      {showsMemo && (
        <div className={styles['memo']}>
          <MemoEditor
            label={t('annotations:codingMemo')}
            markdown={memo?.markdown ?? ''}
            placeholder={t('annotations:codingMemoPlaceholder', { code: name })}
            isReadOnly={!isOwn}
            onChange={props.onMemo}
            onLeave={props.onLeaveMemo}
            autoFocusToken={wantsMemo}
          />
        </div>
      )}
    </fieldset>
  );
}
