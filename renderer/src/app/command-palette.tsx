import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from 'react-aria-components';
import { t } from '../ui/strings';
import styles from './command-palette.module.css';
import { runCommand, type WindowCommand } from './commands';
import { doneAndNext } from './document-actions';
import type { Workbench } from './open-workbench';
import { useWorkbench } from './workbench-context';

interface Command {
  readonly id: string;
  readonly name: string;
  readonly keys: string;
  readonly run: (workbench: Workbench) => void;
}

const ofWindow = (id: Exclude<WindowCommand, 'commands'>, keys: string): Command => ({
  id,
  name: t(`shell:command_${id}`),
  keys,
  run: (workbench) => runCommand(workbench, id),
});

const commands: readonly Command[] = [
  ofWindow('open-corpus-folder', 'Ctrl+O'),
  ofWindow('open-corpus-files', 'Shift+Ctrl+O'),
  ofWindow('import', ''),
  ofWindow('export', 'Ctrl+E'),
  ofWindow('new-project', ''),
  ofWindow('open-sample', ''),
  ofWindow('rename-project', ''),
  ofWindow('delete-project', ''),
  {
    id: 'done',
    name: t('shell:doneNext'),
    keys: 'Ctrl+Enter',
    run: (workbench) => void doneAndNext(workbench),
  },
  ofWindow('undo', 'Ctrl+Z'),
  ofWindow('redo', 'Shift+Ctrl+Z'),
  ofWindow('find', 'Ctrl+F'),
  ofWindow('text-larger', 'Ctrl++'),
  ofWindow('text-smaller', 'Ctrl+-'),
  ofWindow('text-default', 'Ctrl+0'),
  ofWindow('keys', '?'),
];

/** Every command of the window by name, with its key. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={t('shell:commands')} className={styles['dialog'] ?? ''}>
          <Autocomplete filter={contains}>
            <TextField aria-label={t('shell:commandField')} autoFocus className={styles['field'] ?? ''}>
              <Input placeholder={t('shell:commandField')} className={styles['input'] ?? ''} />
            </TextField>
            <Menu
              aria-label={t('shell:commands')}
              items={commands}
              className={styles['menu'] ?? ''}
              onAction={(id) => {
                onClose();
                commands.find((command) => command.id === id)?.run(workbench);
              }}
            >
              {(command) => (
                <MenuItem textValue={command.name} className={styles['item'] ?? ''}>
                  <span>{command.name}</span>
                  <kbd className={styles['keys']}>{command.keys}</kbd>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
