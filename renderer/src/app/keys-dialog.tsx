import { type KeyRow, keyGroups, keyTable } from '@core/reading/key-table';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { DialogFrame } from '../ui/dialog-frame';
import { keyWord } from '../ui/key-label';
import { t } from '../ui/strings';
import styles from './keys-dialog.module.css';
import { views } from './view-pane';

export interface KeysDialogProps {
  /** Whether single letters, digits and signs act in the reader (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

const inViews: ReadonlySet<string> = new Set(views.map(({ key }) => key));
/** Without the keys of views that are not there. */
const rows = keyTable.filter(({ id }) => !/^view[A-Z]/.test(id) || inViews.has(id));

/** Dialog "Keys": every key and what it does. Mounted while it is open. */
export function KeysDialog({ singleKeys, onSingleKeys, onClose }: KeysDialogProps) {
  return (
    <DialogFrame
      title={t('reader:keysTitle')}
      summary={t('reader:keysSummary')}
      width="wide"
      contentLabel={t('reader:keysTitle')}
      onClose={onClose}
      footer={
        <>
          <span className={styles['single']}>
            <Check label={t('reader:singleKeys')} isOn={singleKeys} onChange={onSingleKeys} />
          </span>
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className={styles['groups']}>
        {keyGroups.map((group) => (
          <section key={group} className={styles['group']} aria-label={t(`reader:keyGroup.${group}`)}>
            <h3 className={styles['heading']}>{t(`reader:keyGroup.${group}`)}</h3>
            <dl className={styles['rows']}>
              {rows
                .filter((row) => row.group === group)
                .map((row) => (
                  <div key={row.id} className={styles['row']}>
                    <dt className={styles['keys']}>
                      <Keys row={row} />
                    </dt>
                    <dd className={styles['does']}>{t(`reader:key.${row.id}`)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}

function Keys({ row }: { readonly row: KeyRow }) {
  const first = row.keys[0];
  const last = row.keys.at(-1) ?? first;
  if (row.id === 'pin') {
    return (
      <>
        <kbd>{first}</kbd> {t('reader:keysTo')} <kbd>{last}</kbd>
      </>
    );
  }
  return row.keys.map((name, index) => (
    <span key={name}>
      {index > 0 && ` ${t('reader:keysOr')} `}
      <kbd>{keyWord(name)}</kbd>
    </span>
  ));
}
