import { hitExtents } from '@core/search/hit-place';
import { X } from 'lucide-react';
import { Group } from 'react-aria-components';
import { Button } from '../ui/button';
import { Segments } from '../ui/segments';
import { t } from '../ui/strings';
import styles from './search-view.module.css';
import type { SearchViewProps } from './search-view-props';

/** Below the list: what of it is chosen, and coding it. */
export function HitCoding({ desk, state, actions }: Pick<SearchViewProps, 'desk' | 'state' | 'actions'>) {
  const { selection, searching, extent } = state;
  const chosen = selection.chosen.size;
  // What is still being found is not coded yet.
  const isDisabled = searching !== null;
  return (
    <Group aria-label={t('search:actions')} className={styles['coding'] ?? ''}>
      <div className={styles['choosing']}>
        <Button variant="quiet" keys="Ctrl+A" isDisabled={isDisabled} onPress={actions.onChooseAll}>
          {t('search:chooseAll')}
        </Button>
        <Button
          variant="quiet"
          tooltip={t('search:chooseDocumentHint')}
          isDisabled={isDisabled}
          onPress={actions.onChooseDocument}
        >
          {t('search:chooseDocument')}
        </Button>
        <Button
          variant="icon"
          label={t('search:chooseNone')}
          keys="Escape"
          isDisabled={chosen === 0}
          onPress={actions.onChooseNone}
        >
          <X size={14} aria-hidden />
        </Button>
      </div>
      <div className={styles['choosing']}>
        {state.like === null ? (
          <Segments
            label={t('search:extent')}
            isLabelHidden
            value={extent}
            options={hitExtents.map((id) => ({
              id,
              label: t(`search:extent_${id}`),
              hint: t(`search:extentHint_${id}`),
            }))}
            onChange={(next) => desk.setExtent(next)}
          />
        ) : null}
        <Button
          variant="plain"
          keys="c"
          tooltip={t('search:codeHint')}
          isDisabled={isDisabled}
          onPress={actions.onCode}
        >
          {t(state.like === null ? 'search:code' : 'search:codeLike', { count: Math.max(1, chosen) })}
        </Button>
      </div>
    </Group>
  );
}
