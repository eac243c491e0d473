import type { HitSort } from '@core/search/hit-order';
import type { SearchPlace } from '@core/search/search-entry';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { formatCount, t } from '../ui/strings';
import type { SearchState } from './search-state';
import styles from './search-view.module.css';
import type { SearchViewProps } from './search-view-props';

const sorts = ['document', 'left', 'hit', 'right', 'date'] as const satisfies readonly HitSort[];
const likeSorts = ['likeness', 'document', 'date'] as const satisfies readonly HitSort[];

type HitListHeadProps = Pick<SearchViewProps, 'desk' | 'state' | 'names' | 'actions'> & {
  readonly isListed: boolean;
};

/** How much was found, how it is listed, and the way out of the program. */
export function HitListHead({ desk, state, names, actions, isListed }: HitListHeadProps) {
  const { grouping } = state;
  const words = statusWords(state);
  const shown = state.like === null ? sorts : likeSorts;
  return (
    <div className={styles['listHead']} data-listed={isListed ? '' : undefined}>
      {/* On one line, so that nothing below it moves when it says more. */}
      <output className={styles['count']} title={words}>
        {words}
      </output>
      {state.stale !== null && state.searching === null ? (
        <Button variant="quiet" onPress={actions.onAgain}>
          {t('search:again')}
        </Button>
      ) : null}
      {isListed ? (
        <div className={styles['listing']}>
          <Select
            label={t('search:sort')}
            isLabelBeside
            value={state.sort}
            options={shown.map((id) => ({ id, label: t(`search:sort_${id}`) }))}
            onChange={(id) => desk.arrange({ sort: shown.find((one) => one === id) ?? shown[0] })}
          />
          <Select
            label={t('search:group')}
            isLabelBeside
            value={grouping.by === 'attribute' ? grouping.attribute_id : grouping.by}
            options={[
              { id: 'none', label: t('search:group_none') },
              { id: 'document', label: t('search:group_document') },
              ...names.attributes.map(({ id, name }) => ({ id, label: name })),
            ]}
            onChange={(by) =>
              desk.arrange({
                grouping: by === 'none' || by === 'document' ? { by } : { by: 'attribute', attribute_id: by },
              })
            }
          />
          <Button variant="quiet" tooltip={t('search:exportHint')} onPress={actions.onExport}>
            {t('search:export')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** "12 documents", "12 memos" or "12 codes". */
function countHomes(count: number, place: SearchPlace): string {
  return t(`search:count_${place}`, { count });
}

function statusWords({ present, selection, searching, isFilling, stale }: SearchState): string {
  if (isFilling) return t('search:filling');
  if (searching !== null) {
    const { searched, total, hits, place } = searching;
    const words = { searched: formatCount(searched), total: countHomes(total, place) };
    return t('search:searching', { ...words, hits: t('search:countHits', { count: hits }) });
  }
  if (present === null) return '';
  const { hits, documents, outside, isCut, place } = present.found;
  return [
    t('search:count', {
      hits: t(present.like === null ? 'search:countHits' : 'search:countLike', { count: hits }),
      documents: countHomes(documents, place),
    }),
    ...(selection.chosen.size === 0 ? [] : [t('search:selected', { count: selection.chosen.size })]),
    ...(stale === null ? [] : [t(`search:stale_${stale}`)]),
    ...(isCut ? [t('search:cut', { count: hits })] : []),
    ...(outside === 0 ? [] : [t('search:outside', { count: outside })]),
  ].join(' · ');
}
