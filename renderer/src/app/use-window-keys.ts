import { fillPins } from '@core/codebook/pins';
import { keyName } from '@core/reading/key-name';
import type { MenuCommand } from '@preload/contract';
import { useEffect } from 'react';
import { commandOf, runCommand } from './commands';
import type { Workbench } from './open-workbench';
import { stepWords } from './undo-actions';
import { getView, setView } from './view-state';

/** Keys and menu of the whole window, the titles in the menu, and keys for codes that have none. */
export function useWindowKeys(workbench: Workbench): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && getView().drawer !== null) setView({ drawer: null });
      const name = keyName(event);
      const command = name === null ? null : commandOf(name);
      if (command === null || event.defaultPrevented) return;
      // A field being edited has an undo of its own.
      if ((command === 'undo' || command === 'redo') && isEdited(event.target)) return;
      event.preventDefault();
      runCommand(workbench, command);
    };
    window.addEventListener('keydown', onKeyDown);
    // The menu's undo is the project's, wherever the focus is; in a field Ctrl+Z is the field's own.
    const forget = workbench.bridge.onMenu((command: MenuCommand) => runCommand(workbench, command));
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      forget();
    };
  }, [workbench]);

  useEffect(() => {
    const show = (): void => {
      const { undo, redo } = workbench.undo.state.getSnapshot();
      workbench.bridge.setUndo(
        undo === null ? null : stepWords(workbench, undo.label),
        redo === null ? null : stepWords(workbench, redo.label),
      );
    };
    show();
    return workbench.undo.state.subscribe(show);
  }, [workbench]);

  useEffect(() => {
    const fill = (): void => {
      const settings = workbench.settings.getSnapshot();
      const pins = fillPins(settings.pins, workbench.lists.codes.getSnapshot());
      if (pins !== settings.pins) workbench.settings.set({ ...settings, pins });
    };
    fill();
    return workbench.lists.codes.subscribe(fill);
  }, [workbench]);
}

/** The reader is no field: what it shows cannot be edited. */
function isEdited(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('input, textarea') || target.isContentEditable;
}
