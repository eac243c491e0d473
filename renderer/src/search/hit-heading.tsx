import type { HitGroup } from '@core/search/hit-order';
import { formatCount, t } from '../ui/strings';
import styles from './hit-grid.module.css';
import type { HitNames } from './search-names';
import type { FoundHits } from './search-state';

interface HitHeadingProps {
  readonly group: HitGroup;
  readonly names: HitNames;
  readonly present: FoundHits;
}

/** What the rows below have in common, and how many they are. */
export function HitHeading({ group, names, present }: HitHeadingProps) {
  const { grouping } = present.listing;
  const document = grouping.by === 'document' ? names.document(group.key) : undefined;
  const words = grouping.by === 'document' ? (document?.title ?? '') : group.key || t('search:noValue');
  return (
    <>
      <span className={styles['title']}>
        <bdi>{words}</bdi>
      </span>
      {document === undefined ? null : <span className={styles['facts']}>{document.facts}</span>}
      <span className={styles['count']}>
        {grouping.by === 'document'
          ? formatCount(group.count)
          : t('search:groupCount', {
              hits: t('search:countHits', { count: group.count }),
              documents: t(`search:count_${present.found.place}`, { count: group.documents }),
            })}
      </span>
    </>
  );
}
