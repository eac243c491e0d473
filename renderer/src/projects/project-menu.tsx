import type { ProjectEntry } from '@preload/contract';
import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { formatDate } from '../ui/format-date';
import { t } from '../ui/strings';
import styles from './project-menu.module.css';

export type ProjectAction = 'new' | 'rename' | 'sample' | 'backups' | 'check' | 'delete';

export interface ProjectMenuProps {
  readonly name: string;
  /** The one last opened first; read anew each time the menu opens. */
  readonly projects: readonly ProjectEntry[];
  readonly onOpenMenu: () => void;
  readonly onProject: (project: ProjectEntry) => void;
  readonly onAction: (action: ProjectAction) => void;
}

const actions: readonly ProjectAction[] = ['new', 'sample', 'rename', 'backups', 'check', 'delete'];
/** More would not be recent. */
const mostShown = 8;

/** The open project's name: which others there are, and what can be done with this one. */
export function ProjectMenu({ name, projects, onOpenMenu, onProject, onAction }: ProjectMenuProps) {
  return (
    <MenuTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) onOpenMenu();
      }}
    >
      <Button className={styles['button'] ?? ''} aria-label={t('projects:project', { name })}>
        <bdi className={styles['name']}>{name}</bdi>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
        <Menu
          className={styles['menu'] ?? ''}
          aria-label={t('projects:menu')}
          onAction={(key) => {
            const action = actions.find((each) => each === key);
            const project = projects.find(({ id }) => id === key);
            if (action !== undefined) onAction(action);
            else if (project !== undefined && !project.is_open) onProject(project);
          }}
        >
          {projects.length === 0 ? null : (
            <MenuSection className={styles['section'] ?? ''}>
              <Header className={styles['header'] ?? ''}>{t('projects:recent')}</Header>
              {projects.slice(0, mostShown).map((project) => (
                <MenuItem
                  key={project.id}
                  id={project.id}
                  textValue={project.name}
                  className={styles['item'] ?? ''}
                >
                  <span className={styles['tick']}>{project.is_open && <Check size={14} aria-hidden />}</span>
                  <bdi className={styles['words']}>{project.name}</bdi>
                  <span className={styles['note']}>{noteOf(project)}</span>
                </MenuItem>
              ))}
            </MenuSection>
          )}
          <Separator className={styles['line'] ?? ''} />
          {actions.map((action) => (
            <MenuItem
              key={action}
              id={action}
              textValue={t(`projects:${action}`)}
              className={styles['item'] ?? ''}
              data-danger={action === 'delete' ? '' : undefined}
            >
              <span className={styles['tick']} />
              <span className={styles['words']}>{t(`projects:${action}`)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function noteOf({ is_open, opened_at }: ProjectEntry): string {
  if (is_open) return t('projects:isOpen');
  if (opened_at === null) return t('projects:neverOpened');
  const isToday = new Date(opened_at).toDateString() === new Date().toDateString();
  return isToday ? t('projects:openedToday') : t('projects:openedOn', { when: formatDate(opened_at) });
}
