import type { MenuCommand } from '@preload/contract';
import { type ProjectAction, ProjectMenu } from '../projects/project-menu';
import { t } from '../ui/strings';
import { runCommand } from './commands';
import { isolated, knownProjects, openProject, readProjects } from './project-actions';
import { useObservable, useWorkbench } from './workbench-context';

const commands = {
  new: 'new-project',
  rename: 'rename-project',
  sample: 'open-sample',
  backups: 'backups',
  check: 'check-project',
  delete: 'delete-project',
} as const satisfies Record<ProjectAction, MenuCommand>;

/** The open project's name in the top bar, with the menu of projects. */
export function ProjectSwitcher() {
  const workbench = useWorkbench();
  const project = useObservable(workbench.lists.project);
  const projects = useObservable(knownProjects);
  return (
    <ProjectMenu
      name={project?.name ?? workbench.startup.project.name}
      projects={projects}
      onOpenMenu={() => void readProjects(workbench)}
      onProject={({ id, name }) =>
        void openProject(workbench, { kind: 'known', id }, t('projects:opening', { name: isolated(name) }))
      }
      onAction={(action) => runCommand({ workbench, surface: () => null }, commands[action])}
    />
  );
}
