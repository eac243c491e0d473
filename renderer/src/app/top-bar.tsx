import { Minimize2, PanelLeft, PanelRight, Redo2, Search, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../ui/button';
import { keyLabel } from '../ui/key-label';
import { problemSentence } from '../ui/problem-sentence';
import { Segments } from '../ui/segments';
import { t } from '../ui/strings';
import { Toggle } from '../ui/toggle';
import { toggleFocusMode } from './commands';
import { type Column, toggleColumn } from './panels';
import { ProjectSwitcher } from './project-switcher';
import styles from './shell.module.css';
import { redo, stepWords, undo } from './undo-actions';
import { views } from './view-pane';
import { setView, showView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface TopBarProps {
  readonly isSidebarShown: boolean;
  readonly isInspectorShown: boolean;
}

/** Project, views, commands, undo and redo, export, and whether all is saved. */
export const TopBar = memo(function TopBar({ isSidebarShown, isInspectorShown }: TopBarProps) {
  const view = useView((state) => state.view);
  const focusMode = useView((state) => state.focusMode);
  if (focusMode) return <FocusBar />;
  return (
    <header className={styles['top']}>
      <ColumnButton column="sidebar" isShown={isSidebarShown} />
      <ProjectSwitcher />
      <Segments
        label={t('shell:view')}
        isLabelHidden
        value={view}
        options={views.map(({ name, key }) => ({ id: name, label: t(`shell:${name}`), hint: keyLabel(key) }))}
        onChange={showView}
      />
      <span className={styles['spring']} />
      <SavingStatus />
      <CommandField />
      <HistoryButtons />
      <Button
        variant="plain"
        tooltip={t('shell:exportTip')}
        keys={keyLabel('export')}
        onPress={() => setView({ dialog: 'export' })}
      >
        {t('shell:export')}
      </Button>
      <ColumnButton column="inspector" isShown={isInspectorShown} />
    </header>
  );
});

/** What is left of the bar beside the text alone: the way back, and what must not go unseen. */
function FocusBar() {
  return (
    <header className={styles['focusBar']}>
      <SavingStatus />
      <Button
        variant="icon"
        label={t('shell:focusModeOff')}
        keys={keyLabel('focusMode')}
        onPress={toggleFocusMode}
      >
        <Minimize2 size={16} aria-hidden="true" />
      </Button>
    </header>
  );
}

const icons = { sidebar: PanelLeft, inspector: PanelRight } as const;

function ColumnButton({ column, isShown }: { readonly column: Column; readonly isShown: boolean }) {
  const workbench = useWorkbench();
  const isDrawn = useView((view) => view.drawer === column);
  const Icon = icons[column];
  return (
    <Toggle
      label={t(`shell:${column}`)}
      tooltip={t(`shell:${column}Tip`)}
      isOn={isShown || isDrawn}
      onChange={() => toggleColumn(workbench, column)}
    >
      <Icon size={16} aria-hidden="true" />
    </Toggle>
  );
}

/** Looks like a field, since one types in what it opens. */
function CommandField() {
  return (
    <AriaButton className={styles['command'] ?? ''} onPress={() => setView({ dialog: 'commands' })}>
      <Search size={14} aria-hidden="true" />
      <span>{t('shell:commandsTitle')}</span>
      <kbd>{keyLabel('commands')}</kbd>
    </AriaButton>
  );
}

function HistoryButtons() {
  const workbench = useWorkbench();
  const history = useObservable(workbench.undo.state);
  const words = (way: 'undo' | 'redo'): string => {
    const step = history[way];
    if (step === null) return t(way === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
    return t(way === 'undo' ? 'undoStep' : 'redoStep', { step: stepWords(workbench, step.label) });
  };
  return (
    <>
      <Button
        variant="icon"
        label={t('undo')}
        tooltip={words('undo')}
        keys={keyLabel('undo')}
        isDisabled={history.undo === null}
        onPress={() => void undo(workbench)}
      >
        <Undo2 size={16} aria-hidden="true" />
      </Button>
      <Button
        variant="icon"
        label={t('redo')}
        tooltip={words('redo')}
        keys={keyLabel('redo')}
        isDisabled={history.redo === null}
        onPress={() => void redo(workbench)}
      >
        <Redo2 size={16} aria-hidden="true" />
      </Button>
    </>
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
