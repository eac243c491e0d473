import { useEffect, useState } from 'react';
import { takeDropped } from './import-actions';
import type { Workbench } from './open-workbench';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Takes in files and folders that are dropped anywhere on the window. Answers whether some are being dragged over it.
 * What is dragged within the window, such as words of a memo, is let be.
 */
export function useFileDrop(workbench: Workbench): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // Between two elements of the window it says which one comes next.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void takeDropped(workbench, [...(event.dataTransfer?.files ?? [])]);
    };
    const stop = new AbortController();
    // Before any field below would take the files for itself.
    const options = { capture: true, signal: stop.signal };
    window.addEventListener('dragenter', onOver, options);
    window.addEventListener('dragover', onOver, options);
    window.addEventListener('dragleave', onLeave, options);
    window.addEventListener('drop', onDrop, options);
    return () => stop.abort();
  }, [workbench]);
  return isOver;
}
