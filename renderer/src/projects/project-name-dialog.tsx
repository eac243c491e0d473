import { type SyntheticEvent, useState } from 'react';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import { NameField } from './name-field';

export type NameProblem = 'emptyName' | 'longName' | 'nameTaken';

export interface ProjectNameDialogProps {
  readonly kind: 'new' | 'rename';
  /** Stands in the field at first. */
  readonly name: string;
  /** Why a trimmed name cannot be; null when it can. */
  readonly problemOf: (name: string) => NameProblem | null;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a project's name, for a new one or another one. */
export function ProjectNameDialog({ kind, name, problemOf, onName, onClose }: ProjectNameDialogProps) {
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<NameProblem | null>(null);
  const take = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    const found = problemOf(text.trim());
    setProblem(found);
    if (found === null) onName(text.trim());
  };
  return (
    <DialogFrame
      title={t(kind === 'new' ? 'projects:newTitle' : 'projects:renameTitle')}
      {...(kind === 'new' ? { summary: t('projects:newSummary') } : {})}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onPress={() => take()}>
            {t(kind === 'new' ? 'projects:create' : 'projects:renameButton')}
          </Button>
        </>
      }
    >
      <form onSubmit={take}>
        <NameField
          label={t('projects:name')}
          value={text}
          problem={problem === null ? '' : t(`projects:${problem}`)}
          onChange={(changed) => {
            setText(changed);
            setProblem(null);
          }}
        />
      </form>
    </DialogFrame>
  );
}
