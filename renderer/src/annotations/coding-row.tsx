import type { Stance } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, ToggleButton, TooltipTrigger } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import { Tip } from '../ui/tip';
import type { CodingItem, RenderMemo } from './annotation-item';
import styles from './coding-row.module.css';
import { StanceSelect } from './stance-select';

export interface CodingRowProps {
  readonly item: CodingItem;
  readonly documentId: Id;
  readonly isOwn: boolean;
  readonly onRemove: () => void;
  readonly onUnsure: (unsure: boolean) => void;
  readonly onStance: (stance: Stance | null) => void;
  readonly renderMemo: RenderMemo;
}

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
        <Swatch color={code?.color ?? ''} mark={code?.mark ?? ''} />
        <span className={styles['name']} title={code?.description}>
          <bdi>{name}</bdi>
        </span>
        {isOwn && (
          <Button
            variant="icon"
            label={t('annotations:removeCode', { code: name })}
            tooltip={`${t('annotations:removeCode', { code: name })}. ${t('annotations:removeCodeHint')}`}
            onPress={props.onRemove}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
      </div>
      {isOwn ? (
        <div className={styles['says']}>
          <StanceSelect code={name} stance={coding.stance ?? null} onStance={props.onStance} />
          <TooltipTrigger delay={600} closeDelay={0}>
            <ToggleButton
              className={styles['word'] ?? ''}
              aria-label={t('annotations:markUnsure', { code: name })}
              isSelected={coding.certainty === 'unsure'}
              onChange={props.onUnsure}
            >
              {t('annotations:unsure')}
            </ToggleButton>
            <Tip words={t('annotations:unsureHint')} keys="u" />
          </TooltipTrigger>
          {!showsMemo && (
            <AriaButton
              className={styles['word'] ?? ''}
              aria-label={t('annotations:codingMemoOf', { code: name })}
              onPress={() => setWantsMemo({})}
            >
              {t('annotations:addCodingMemo')}
            </AriaButton>
          )}
        </div>
      ) : (
        <p className={styles['said']}>
          {[
            ...(coding.stance === undefined ? [] : [t(`annotations:${coding.stance}`)]),
            ...(coding.certainty === undefined ? [] : [t('annotations:unsure')]),
          ].join(' · ')}
        </p>
      )}
      {showsMemo && (
        <div className={styles['memo']}>
          {props.renderMemo({
            target: { kind: 'coding', id: coding.id, document_id: props.documentId },
            label: t('annotations:codingMemo'),
            isLabelHidden: true,
            placeholder: t('annotations:codingMemoPlaceholder', { code: name }),
            isReadOnly: !isOwn,
            focus: wantsMemo,
          })}
        </div>
      )}
    </fieldset>
  );
}
