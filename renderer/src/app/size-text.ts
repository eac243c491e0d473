import { textSteps } from './apply-settings';
import type { Workbench } from './open-workbench';

/** Makes the text of the reader larger or smaller, within what there is. */
export function sizeText({ settings }: Workbench, step: (now: number) => number): void {
  const present = settings.getSnapshot();
  const text_step = Math.max(textSteps.least, Math.min(textSteps.most, step(present.text_step)));
  settings.set({ ...present, text_step });
}
