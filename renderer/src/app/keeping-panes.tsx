import type { Backup } from '@preload/contract';
import { useEffect, useState } from 'react';
import { checkProject } from '../data/check-project';
import { BackupsDialog } from '../projects/backups-dialog';
import { CheckDialog, type CheckedPart } from '../projects/check-dialog';
import { formatMoment } from '../ui/format-moment';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { checkWords } from './check-words';
import { isolated, projectName, readProjects, settle } from './project-actions';
import { nameProblem } from './project-dialogs';
import { alert, setView } from './view-state';
import { useWorkbench } from './workbench-context';

const close = (): void => setView({ dialog: null });

/** The project's backups, and a project made of one. */
export function BackupsPane() {
  const workbench = useWorkbench();
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  useEffect(() => {
    void readProjects(workbench);
    void workbench.bridge.listBackups().then((listed) => {
      if (listed.ok) setBackups(listed.value);
      else {
        close();
        alert(problemSentence(listed.error));
      }
    });
  }, [workbench]);
  const restore = async (backup: Backup, name: string): Promise<void> => {
    setView({ dialog: null, busy: t('keeping:restoring', { name: isolated(name) }) });
    await settle(workbench);
    const restored = await workbench.bridge.restoreBackup(backup.name, name);
    setView({ busy: null });
    if (!restored.ok) alert(problemSentence(restored.error));
  };
  return (
    <BackupsDialog
      backups={backups}
      now={workbench.session.store.head.counts}
      nameFor={({ created_at }) =>
        t('keeping:restoredName', { name: projectName(workbench), when: formatMoment(created_at) })
      }
      problemOf={(name) => nameProblem(name, null)}
      onRestore={(backup, name) => void restore(backup, name)}
      onClose={close}
    />
  );
}

/** Reads all that is kept of the project, and says of each part whether it is what it was. */
export function CheckPane() {
  const workbench = useWorkbench();
  const [parts, setParts] = useState<readonly CheckedPart[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const { bridge, session, committer, lists } = workbench;
    void checkProject(bridge, session.store, committer).then((checked) => {
      if (checked.ok) setParts(checkWords(checked.value, lists.documents.getSnapshot()));
      else setProblem(problemSentence(checked.error));
    });
  }, [workbench]);
  return <CheckDialog parts={parts} problem={problem} onClose={close} />;
}
