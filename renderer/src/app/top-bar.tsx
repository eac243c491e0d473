import { PanelLeft, PanelRight, Redo2, Undo2 } from 'lucide-react';
import { Button } from '../ui/button';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { ProjectSwitcher } from './project-switcher';
import styles from './shell.module.css';
import { redo, stepWords, undo } from './undo-actions';
import { getView, setView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** Project, undo and redo, export, and whether all is saved. */
export function TopBar({ drawers }: { readonly drawers: readonly ('sidebar' | 'inspector')[] }) {
  const workbench = useWorkbench();
  const history = useObservable(workbench.undo.state);
  const undoTip =
    history.undo === null
      ? t('nothingToUndo')
      : t('undoStep', { step: stepWords(workbench, history.undo.label) });
  const redoTip =
    history.redo === null
      ? t('nothingToRedo')
      : t('redoStep', { step: stepWords(workbench, history.redo.label) });
  const toggle = (drawer: 'sidebar' | 'inspector'): void =>
    setView({ drawer: getView().drawer === drawer ? null : drawer });

  return (
    <header className={styles['top']}>
      {drawers.includes('sidebar') ? (
        <Button variant="icon" label={t('shell:sidebar')} onPress={() => toggle('sidebar')}>
          <PanelLeft size={16} aria-hidden="true" />
        </Button>
      ) : null}
      <ProjectSwitcher />
      <span className={styles['spring']} />
      <SavingStatus />
      <Button
        variant="icon"
        label={t('undo')}
        tooltip={undoTip}
        isDisabled={history.undo === null}
        onPress={() => void undo(workbench)}
      >
        <Undo2 size={16} aria-hidden="true" />
      </Button>
      <Button
        variant="icon"
        label={t('redo')}
        tooltip={redoTip}
        isDisabled={history.redo === null}
        onPress={() => void redo(workbench)}
      >
        <Redo2 size={16} aria-hidden="true" />
      </Button>
      <Button variant="plain" onPress={() => setView({ dialog: 'export' })}>
        {t('shell:export')}
      </Button>
      {drawers.includes('inspector') ? (
        <Button variant="icon" label={t('shell:inspector')} onPress={() => toggle('inspector')}>
          <PanelRight size={16} aria-hidden="true" />
        </Button>
      ) : null}
    </header>
  );
}

/** "Saved" only when every acknowledged change is durable. */
function SavingStatus() {
  const { committer } = useWorkbench();
  const saving = useObservable(committer.saving);
  const words =
    saving.state === 'saved'
      ? t('saved')
      : saving.state === 'saving'
        ? t('saving')
        : t('notSaved', { reason: problemSentence(saving.problem) });
  return (
    <output aria-label={t('shell:saving')} className={styles['saving']} data-state={saving.state}>
      {words}
    </output>
  );
}
