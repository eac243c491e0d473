import type { ProjectMeasure } from '@preload/contract';
import { type SyntheticEvent, useState } from 'react';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import { NameField } from './name-field';
import styles from './project-dialogs.module.css';

export interface DeleteProjectDialogProps {
  readonly name: string;
  readonly counts: { readonly documents: number; readonly annotations: number; readonly codes: number };
  /** What lies on the disk; null until that is counted. */
  readonly measure: ProjectMeasure | null;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Says what goes with a project, and asks for its name: the one thing that undo does not bring back. */
export function DeleteProjectDialog(props: DeleteProjectDialogProps) {
  const { name, counts, measure, onDelete, onClose } = props;
  const [typed, setTyped] = useState('');
  const isSame = plain(typed) === plain(name);
  const take = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    if (isSame) onDelete();
  };
  return (
    <DialogFrame
      title={t('projects:deleteTitle', { name: isolated(name) })}
      summary={t('projects:deleteSummary')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button isDanger isDisabled={!isSame} onPress={() => take()}>
            {t('projects:deleteButton')}
          </Button>
        </>
      }
    >
      <ul className={styles['goes']}>
        {linesOf(counts, measure).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={styles['hint']}>{t('projects:deleteHint')}</p>
      <form onSubmit={take}>
        <NameField label={t('projects:typeName')} value={typed} placeholder={name} onChange={setTyped} />
      </form>
    </DialogFrame>
  );
}

/** What is not there does not go, and is not named. */
function linesOf(
  { documents, annotations, codes }: DeleteProjectDialogProps['counts'],
  measure: ProjectMeasure | null,
): readonly string[] {
  const counted = [
    ...(documents === 0 ? [] : [t('projects:documents', { count: documents })]),
    ...(annotations === 0 ? [] : [t('projects:annotations', { count: annotations })]),
    ...(codes === 0 ? [] : [t('projects:codes', { count: codes })]),
  ];
  if (measure === null) return counted;
  const { texts, files, backups } = measure;
  const kept =
    files === 0
      ? t('projects:textsOnly', { count: texts })
      : t('projects:texts', { count: texts, files: t('projects:files', { count: files }) });
  return [
    ...counted,
    ...(texts + files === 0 ? [] : [kept]),
    backups === 0 ? t('projects:journalOnly') : t('projects:backups', { count: backups }),
  ];
}

function plain(name: string): string {
  return name.trim().normalize('NFC');
}

/** Kept from turning the words around it, whatever its script. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
