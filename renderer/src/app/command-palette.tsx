import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from 'react-aria-components';
import { keyLabel } from '../ui/key-label';
import { t } from '../ui/strings';
import type { Surface } from './coding-surface';
import styles from './command-palette.module.css';
import { commandGroups, commands } from './commands';
import { useWorkbench } from './workbench-context';

interface CommandPaletteProps {
  readonly surface: () => Surface | null;
  readonly onClose: () => void;
}

/** What can be chosen: the palette itself is open already. */
const offered = commands.filter(({ id }) => id !== 'commands');
const sections = commandGroups.map((group) => ({
  group,
  commands: offered.filter((command) => command.group === group),
}));

/** Every command of the program by name, with its key. */
export function CommandPalette({ surface, onClose }: CommandPaletteProps) {
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
        <Dialog aria-label={t('shell:commandsTitle')} className={styles['dialog'] ?? ''}>
          {/* The words in any order: "size text" finds "Standard text size". */}
          <Autocomplete
            filter={(name, typed) =>
              typed
                .split(/\s+/)
                .filter((word) => word !== '')
                .every((word) => contains(name, word))
            }
          >
            <TextField aria-label={t('shell:commandField')} autoFocus className={styles['field'] ?? ''}>
              <Input
                role="combobox"
                aria-expanded="true"
                placeholder={t('shell:commandField')}
                className={styles['input'] ?? ''}
              />
            </TextField>
            <ListBox
              aria-label={t('shell:commandsTitle')}
              className={styles['menu'] ?? ''}
              renderEmptyState={() => <p className={styles['empty']}>{t('shell:noCommand')}</p>}
              onAction={(id) => {
                onClose();
                offered.find((command) => command.id === id)?.run({ workbench, surface });
              }}
            >
              {sections.map(({ group, commands: those }) => (
                <ListBoxSection key={group} className={styles['section'] ?? ''}>
                  <Header className={styles['heading'] ?? ''}>{t(`reader:keyGroup.${group}`)}</Header>
                  {those.map(({ id, key, name }) => (
                    <ListBoxItem key={id} id={id} textValue={name} className={styles['item'] ?? ''}>
                      <span className={styles['name']}>{name}</span>
                      {key === null ? null : <kbd className={styles['keys']}>{keyLabel(key)}</kbd>}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
