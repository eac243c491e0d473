import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './codes-by-document.module.css';
import type { PassageNames } from './passage-names';

/** The head of a column: a code's name, upright, with its swatch; a folder has none. */
export function CodeHeading({ id, names }: { readonly id: string; readonly names: PassageNames }) {
  const code = names.codesById.get(id);
  const name = code?.name ?? t('annotations:missingCode');
  return (
    <span className={styles['code']} title={name}>
      <span className={styles['name']} data-folder={code?.kind === 'folder' ? '' : undefined}>
        <bdi>{name}</bdi>
      </span>
      {code?.kind === 'code' && <Swatch color={code.color} mark={code.mark} />}
    </span>
  );
}
