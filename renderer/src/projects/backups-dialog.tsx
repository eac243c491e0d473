import type { Backup } from '@preload/contract';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { formatMoment } from '../ui/format-moment';
import { t } from '../ui/strings';
import { backupParts, sizeWords } from './backup-words';
import styles from './backups-dialog.module.css';
import { NameField } from './name-field';
import type { NameProblem } from './project-name-dialog';

export interface BackupsDialogProps {
  /** The newest first; null until they are read. */
  readonly backups: readonly Backup[] | null;
  /** Records by table that the project holds now. */
  readonly now: Readonly<Record<string, number>>;
  /** The name that is proposed for a project made of a backup. */
  readonly nameFor: (backup: Backup) => string;
  readonly problemOf: (name: string) => NameProblem | null;
  readonly onRestore: (backup: Backup, name: string) => void;
  readonly onClose: () => void;
}

/** Lists what is kept of the project's earlier states, says what each holds, and makes a project of one. */
export function BackupsDialog({ backups, onClose, ...more }: BackupsDialogProps) {
  if (backups === null || backups.length === 0) {
    return (
      <DialogFrame
        title={t('keeping:backupsTitle')}
        onClose={onClose}
        footer={<Button onPress={onClose}>{t('keeping:close')}</Button>}
      >
        <p role="status">{t(backups === null ? 'keeping:reading' : 'keeping:none')}</p>
      </DialogFrame>
    );
  }
  return <BackupChooser {...more} backups={backups} onClose={onClose} />;
}

function BackupChooser(props: BackupsDialogProps & { readonly backups: readonly Backup[] }) {
  const { backups, now, nameFor, problemOf, onRestore, onClose } = props;
  const [chosenName, choose] = useState(backups[0]?.name);
  const chosen = backups.find(({ name }) => name === chosenName) ?? backups[0];
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<NameProblem | null>(null);
  if (chosen === undefined) return null;
  const name = typed ?? nameFor(chosen);
  const restore = (): void => {
    const found = problemOf(name.trim());
    setProblem(found);
    if (found === null) onRestore(chosen, name.trim());
  };
  return (
    <DialogFrame
      title={t('keeping:backupsTitle')}
      summary={t('keeping:backupsSummary')}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onPress={restore}>
            {t('keeping:restore')}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <ListBox
          autoFocus
          aria-label={t('keeping:backupsList')}
          className={styles['list'] ?? ''}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[chosen.name]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            choose(key === undefined ? chosen.name : String(key));
            setTyped(null);
            setProblem(null);
          }}
        >
          {backups.map((backup) => (
            <ListBoxItem
              key={backup.name}
              id={backup.name}
              textValue={formatMoment(backup.created_at)}
              className={styles['item'] ?? ''}
            >
              <span>{formatMoment(backup.created_at)}</span>
              {backup.is_upgrade && <span className={styles['note']}>{t('keeping:beforeUpgrade')}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
        <div className={styles['detail']}>
          <dl className={styles['parts']}>
            {backupParts(chosen, now).map(({ table, count, beside }) => (
              <div key={table} className={styles['part']}>
                <dt>{count}</dt>
                <dd className={styles['note']}>{beside}</dd>
              </div>
            ))}
          </dl>
          <p className={styles['note']}>
            {t('keeping:size', { size: sizeWords(chosen.bytes), app: chosen.app })}
          </p>
          <p className={styles['hint']}>{t('keeping:restoreHint')}</p>
          <NameField
            label={t('keeping:restoreName')}
            value={name}
            isFirst={false}
            problem={problem === null ? '' : t(`projects:${problem}`)}
            onChange={(changed) => {
              setTyped(changed);
              setProblem(null);
            }}
          />
        </div>
      </div>
    </DialogFrame>
  );
}
