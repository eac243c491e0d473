import { t } from '../ui/strings';
import { lockCodebook } from './codebook-actions';
import { chooseCodebook, startFromTemplate, templateName } from './codebook-import';
import { codebookOf } from './codebook-use';
import { reviewImport } from './import-actions';
import type { Workbench } from './open-workbench';
import { openSpeakers } from './speakers-desk';
import { setView } from './view-state';

interface CodebookCommand {
  readonly id: string;
  readonly name: string;
  readonly run: (workbench: Workbench) => void;
}

/** What is done with the codebook as a whole, from its menu and by name. */
export const codebookCommands = {
  import: {
    id: 'import-codebook',
    name: t('codebook:menuImport'),
    run: (workbench) => void chooseCodebook(workbench, reviewImport),
  },
  export: {
    id: 'export-codebook',
    name: t('codebook:menuExport'),
    run: () => setView({ dialog: 'export-codebook' }),
  },
  template: {
    id: 'codebook-template',
    name: t('codebook:menuTemplate', { name: templateName }),
    run: (workbench) => void startFromTemplate(workbench),
  },
  speakers: {
    id: 'speakers',
    name: t('speakers:command'),
    run: () => openSpeakers(null),
  },
  lock: {
    id: 'lock-codebook',
    name: t('codebook:commandLock'),
    run: (workbench) => lockCodebook(workbench, codebookOf(workbench).project.codebook_locked !== true),
  },
} as const satisfies Readonly<Record<string, CodebookCommand>>;
