import type { Id } from '@core/model/identity';
import type { MemoTargetKind } from '@core/model/memo';
import { SearchField } from '../ui/search-field';
import { Segments } from '../ui/segments';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import type { MemosLook } from './memos-look';
import styles from './memos-view.module.css';

interface MemosToolsProps {
  readonly look: MemosLook;
  readonly onLook: (look: MemosLook) => void;
  /** Who wrote any of the memos; by name. */
  readonly coderNames: ReadonlyMap<Id, string>;
}

const kinds = ['document', 'annotation', 'coding', 'code'] as const satisfies readonly MemoTargetKind[];
const orders = ['newest', 'target'] as const;

/** Which memos are shown, and in which order. */
export function MemosTools({ look, onLook, coderNames }: MemosToolsProps) {
  return (
    <search aria-label={t('memos:tools')} className={styles['tools']}>
      <SearchField
        label={t('memos:filter')}
        clearLabel={t('memos:clearFilter')}
        value={look.words}
        onChange={(words) => onLook({ ...look, words })}
      />
      <span className={styles['choice']}>
        <Select
          label={t('memos:kind')}
          isLabelBeside
          value={look.kind ?? 'all'}
          options={[
            { id: 'all', label: t('memos:kind_all') },
            ...kinds.map((kind) => ({ id: kind, label: t(`memos:kind_${kind}`) })),
          ]}
          onChange={(id) => onLook({ ...look, kind: kinds.find((kind) => kind === id) ?? null })}
        />
      </span>
      {coderNames.size > 1 && (
        <span className={styles['choice']}>
          <Select
            label={t('memos:coder')}
            isLabelBeside
            value={look.coder_id ?? 'all'}
            options={[
              { id: 'all', label: t('memos:coder_all') },
              ...[...coderNames].map(([id, label]) => ({ id, label })),
            ]}
            onChange={(id) => onLook({ ...look, coder_id: id === 'all' ? null : id })}
          />
        </span>
      )}
      <Segments
        label={t('memos:order')}
        isLabelHidden
        value={look.order}
        options={orders.map((id) => ({ id, label: t(`memos:order_${id}`) }))}
        onChange={(order) => onLook({ ...look, order })}
      />
    </search>
  );
}
