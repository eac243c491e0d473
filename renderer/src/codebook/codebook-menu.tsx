import { Ellipsis } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { t } from '../ui/strings';
import styles from './codebook-menu.module.css';

export type CodebookAction = 'lock' | 'import' | 'export' | 'template';

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
  const items: readonly { readonly id: CodebookAction; readonly label: string; readonly off?: boolean }[] = [
    { id: 'import', label: t('codebook:menuImport') },
    { id: 'export', label: t('codebook:menuExport'), off: !hasCodes },
    { id: 'template', label: t('codebook:menuTemplate', { name: template }), off: locked },
    { id: 'lock', label: t(locked ? 'codebook:menuUnlock' : 'codebook:menuLock') },
  ];
  return (
    <MenuTrigger>
      <Button ref={buttonRef} className={styles['button'] ?? ''} aria-label={t('codebook:menu')}>
        <Ellipsis size={14} aria-hidden />
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        <Menu
          className={styles['menu'] ?? ''}
          aria-label={t('codebook:menu')}
          disabledKeys={items.filter(({ off }) => off === true).map(({ id }) => id)}
          onAction={(key) => {
            const chosen = items.find(({ id }) => id === key);
            if (chosen !== undefined) onAction(chosen.id);
          }}
        >
          {items.map(({ id, label }) => (
            <MenuItem key={id} id={id} className={styles['item'] ?? ''}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
