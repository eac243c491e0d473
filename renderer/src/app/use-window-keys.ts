import { fillPins } from '@core/codebook/pins';
import { keyName } from '@core/reading/key-name';
import type { MenuCommand } from '@preload/contract';
import { useEffect } from 'react';
import { createThrottle } from '../ui/throttle';
import type { Surface } from './coding-surface';
import { commandOf, runCommand } from './commands';
import type { Workbench } from './open-workbench';
import { stepWords } from './undo-actions';
import { getView, setView } from './view-state';

/** Milliseconds between two makings of the menu. */
const menuPause = 300;

/** Keys and menu of the whole window, the titles in the menu, and keys for codes that have none. */
export function useWindowKeys(workbench: Workbench, surface: () => Surface | null): void {
  useEffect(() => {
    const place = { workbench, surface };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && getView().drawer !== null) setView({ drawer: null });
      const name = keyName(event);
      const command = name === null ? null : commandOf(name);
      if (command === null || event.defaultPrevented) return;
      // A field being edited has an undo of its own, and on a Mac Alt and an arrow move its cursor.
      const isOfFields = command.id === 'undo' || command.id === 'redo' || command.id === 'go-back';
      if (isOfFields && isEdited(event.target)) return;
      event.preventDefault();
      command.run(place);
    };
    window.addEventListener('keydown', onKeyDown);
    // The menu's undo is the project's, wherever the focus is; in a field Ctrl+Z is the field's own.
    const forget = workbench.bridge.onMenu((command: MenuCommand) => runCommand(place, command));
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      forget();
    };
  }, [workbench, surface]);

  useEffect(() => {
    const show = (): void => {
      const { undo, redo } = workbench.undo.state.getSnapshot();
      workbench.bridge.setUndo(
        undo === null ? null : stepWords(workbench, undo.label),
        redo === null ? null : stepWords(workbench, redo.label),
      );
    };
    show();
    // Main makes the whole menu anew for it, which the next commit would wait for.
    const later = createThrottle(show, menuPause);
    const forget = workbench.undo.state.subscribe(() => later.touch());
    return () => {
      forget();
      later.cancel();
    };
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
