import type { Ref } from 'react';
import { ActionMenu, type MenuAction } from '../ui/action-menu';
import { t } from '../ui/strings';

export type CodebookAction = 'lock' | 'import' | 'export' | 'template' | 'speakers';

export interface CodebookMenuProps {
  readonly buttonRef: Ref<HTMLButtonElement>;
  readonly locked: boolean;
  /** Whether there is anything to export. */
  readonly hasCodes: boolean;
  /** What the template is called. */
  readonly template: string;
  readonly onAction: (action: CodebookAction) => void;
}

/** What is done with the codebook as a whole. */
export function CodebookMenu({ buttonRef, locked, hasCodes, template, onAction }: CodebookMenuProps) {
  const items: readonly MenuAction<CodebookAction>[] = [
    { id: 'import', label: t('codebook:menuImport') },
    { id: 'export', label: t('codebook:menuExport'), off: !hasCodes },
    { id: 'template', label: t('codebook:menuTemplate', { name: template }), off: locked },
    { id: 'speakers', label: t('speakers:command') },
    { id: 'lock', label: t(locked ? 'codebook:menuUnlock' : 'codebook:menuLock') },
  ];
  return <ActionMenu label={t('codebook:menu')} items={items} buttonRef={buttonRef} onAction={onAction} />;
}
