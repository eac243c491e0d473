import type {} from '../page/workbench/workbench';
import type { WorkbenchPage } from './workbench-page';

/** A corpus as it was imported. */
export const filesBefore = {
  'wire/lamp.txt':
    'Lamp of Harn lit again by pilots\n\nHARN, March 3. /NORA/. The lamp was lit at dusk by its pilots. Nobody saw the ferry leave the quay.',
  'wire/quay.txt':
    'Quay of Aune closed for repairs\n\nAUNE, March 4. /NORA/. The quay was closed. It opens in May.',
  'wire/mole.txt': 'Mole of Veld stands as it stood\n\nVELD, March 5. /NORA/. The mole stands.',
};
/** The same, of which two files were corrected since. */
export const filesNow = {
  ...filesBefore,
  'wire/lamp.txt':
    'Lamp of Harn lit again by pilots\n\nHARN, March 3. /NORA/. Corrected. The lamp was lit at dusk by its pilots. The quay was empty at night.',
  'wire/quay.txt':
    'Quay of Aune closed for longer repairs\n\nAUNE, March 4. /NORA/. The quay was closed. It opens in June.',
};

/** Leaves the files as they are now to whoever looks. */
export const offerFiles = (
  { page }: WorkbenchPage,
  files: Readonly<Record<string, string>>,
  isOpened: boolean,
) =>
  page.evaluate(
    ([given, isNew]) => {
      window.workbenchHarness.offer(Object.entries(given).map(([path, text]) => ({ path, text })));
      if (isNew) window.workbenchHarness.bridge.menu('open-corpus-folder');
    },
    [files, isOpened] as const,
  );
