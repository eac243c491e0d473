import type { Stance } from '@core/model/annotation';
import { ChevronDown } from 'lucide-react';
import { t } from '../ui/strings';
import styles from './coding-row.module.css';

export interface StanceSelectProps {
  /** Name of the code, for the field's own name. */
  readonly code: string;
  readonly stance: Stance | null;
  readonly onStance: (stance: Stance | null) => void;
}

const stances = ['affirms', 'denies', 'mentions'] as const satisfies readonly Stance[];

/** What the passage does with the frame: affirm, deny or mention it, or nothing said yet. */
export function StanceSelect({ code, stance, onStance }: StanceSelectProps) {
  return (
    <span className={styles['stance']} data-none={stance === null ? '' : undefined}>
      <select
        className={styles['select']}
        aria-label={t('annotations:stanceOf', { code })}
        value={stance ?? ''}
        onChange={(event) => onStance(stances.find((known) => known === event.target.value) ?? null)}
      >
        <option value="">{t('annotations:stanceNone')}</option>
        {stances.map((known) => (
          <option key={known} value={known}>
            {t(`annotations:${known}`)}
          </option>
        ))}
      </select>
      <ChevronDown size={12} aria-hidden />
    </span>
  );
}
