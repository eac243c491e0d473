import { ChevronDown, FolderPlus } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './open-corpus-button.module.css';

export interface OpenCorpusButtonProps {
  /** An icon alone. */
  readonly isCompact: boolean;
  readonly onOpen: (kind: 'folder' | 'files') => void;
  /** Compares the files with what was imported. */
  readonly onCheck: () => void;
}

/** Adds texts: a folder at once, single files by the menu beside it. */
export function OpenCorpusButton({ isCompact, onOpen, onCheck }: OpenCorpusButtonProps) {
  if (isCompact) {
    return (
      <Button variant="icon" label={t('corpus:openCorpus')} onPress={() => onOpen('folder')}>
        <FolderPlus size={14} aria-hidden />
      </Button>
    );
  }
  return (
    <div className={styles['pair']}>
      <Button variant="quiet" tooltip={t('corpus:openCorpusHint')} onPress={() => onOpen('folder')}>
        {t('corpus:openCorpus')}
      </Button>
      <MenuTrigger>
        <AriaButton className={styles['more'] ?? ''} aria-label={t('corpus:openOther')}>
          <ChevronDown size={12} aria-hidden />
        </AriaButton>
        <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
          <Menu
            className={styles['menu'] ?? ''}
            aria-label={t('corpus:openOther')}
            onAction={(key) => {
              if (key === 'check') onCheck();
              else onOpen(key === 'files' ? 'files' : 'folder');
            }}
          >
            <MenuItem id="folder" className={styles['item'] ?? ''}>
              {t('corpus:openFolder')}
            </MenuItem>
            <MenuItem id="files" className={styles['item'] ?? ''}>
              {t('corpus:openFiles')}
            </MenuItem>
            <MenuItem id="check" className={styles['item'] ?? ''}>
              {t('versions:check')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
