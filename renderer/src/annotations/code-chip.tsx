import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import type { CodingItem } from './annotation-item';
import styles from './code-chip.module.css';

/** A code as it stands on a passage: its look and name, what the passage does with it, and whether in doubt. */
export function CodeChip({ item: { coding, code } }: { readonly item: CodingItem }) {
  return (
    <span className={styles['chip']}>
      <Swatch color={code?.color ?? ''} mark={code?.mark ?? ''} />
      <span className={styles['name']}>
        <bdi>{code?.name ?? t('annotations:missingCode')}</bdi>
      </span>
      {coding.stance !== undefined && (
        <span className={styles['note']}>{t(`annotations:${coding.stance}`)}</span>
      )}
      {coding.certainty === 'unsure' && <span className={styles['unsure']}>{t('annotations:unsure')}</span>}
    </span>
  );
}
