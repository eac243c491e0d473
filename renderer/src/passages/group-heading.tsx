import type { PassageGroup } from '@core/query/passage-run';
import { formatCount, t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './group-heading.module.css';
import type { Run } from './passage-desk';
import type { PassageNames } from './passage-names';

interface GroupHeadingProps {
  readonly run: Run;
  readonly names: PassageNames;
  readonly group: PassageGroup;
}

/** What the rows below have in common, and how many they are. */
export function GroupHeading({ run, names, group }: GroupHeadingProps) {
  const { grouping } = run;
  const { key } = group;
  const code = grouping.by === 'code' ? names.codesById.get(key) : undefined;
  const document = grouping.by === 'document' ? names.document(key) : undefined;
  return (
    <>
      {code === undefined ? null : <Swatch color={code.color} mark={code.mark} />}
      <span className={styles['title']}>
        <bdi>{headingWords(run, names, key)}</bdi>
      </span>
      {document === undefined || document.facts === '' ? null : (
        <span className={styles['facts']}>{document.facts}</span>
      )}
      <span className={styles['count']}>{formatCount(group.count)}</span>
    </>
  );
}

export function headingWords({ grouping }: Pick<Run, 'grouping'>, names: PassageNames, key: string): string {
  switch (grouping.by) {
    case 'document':
      return names.document(key)?.title ?? '';
    case 'code':
      return key === ''
        ? t('passages:noCode')
        : (names.codesById.get(key)?.name ?? t('annotations:missingCode'));
    case 'attribute': {
      const name = names.attributes.find(({ id }) => id === grouping.attribute_id)?.name ?? '';
      return key === '' ? t('passages:noValue', { name: name.toLowerCase() }) : key;
    }
  }
}
