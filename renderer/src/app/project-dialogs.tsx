import type { ProjectMeasure } from '@preload/contract';
import { useEffect, useState } from 'react';
import { DeleteProjectDialog } from '../projects/delete-project-dialog';
import { type NameProblem, ProjectNameDialog } from '../projects/project-name-dialog';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import type { Workbench } from './open-workbench';
import {
  deleteProject,
  isolated,
  knownProjects,
  openProject,
  projectName,
  readProjects,
  renameProject,
} from './project-actions';
import { alert, setView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

const close = (): void => setView({ dialog: null });
const longestName = 200;

/** Why a project cannot have a name; `own` is the one that it may keep. */
export function nameProblem(name: string, own: string | null): NameProblem | null {
  if (name === '') return 'emptyName';
  if (name.length > longestName) return 'longName';
  const wanted = name.normalize('NFC');
  const others = knownProjects.getSnapshot().map((project) => project.name.trim().normalize('NFC'));
  return wanted !== own?.normalize('NFC') && others.includes(wanted) ? 'nameTaken' : null;
}

/** Asks for the name of a new project, or another name for the open one. */
export function NameDialog({ kind }: { readonly kind: 'new' | 'rename' }) {
  const workbench = useWorkbench();
  useEffect(() => void readProjects(workbench), [workbench]);
  const own = kind === 'rename' ? projectName(workbench) : null;
  return (
    <ProjectNameDialog
      kind={kind}
      name={own ?? ''}
      problemOf={(name) => nameProblem(name, own)}
      onName={(name) => {
        if (kind === 'rename') void renameProject(workbench, name);
        else
          void openProject(workbench, { kind: 'new', name }, t('projects:opening', { name: isolated(name) }));
      }}
      onClose={close}
    />
  );
}

/** Says what goes with the open project, and asks for its name. */
export function DeleteDialog() {
  const workbench = useWorkbench();
  const measure = useMeasure(workbench);
  const documents = useObservable(workbench.lists.documents);
  const codes = useObservable(workbench.lists.codes);
  const { annotations } = useObservable(workbench.lists.tally);
  return (
    <DeleteProjectDialog
      name={projectName(workbench)}
      counts={{ documents: documents.length, annotations, codes: codes.length }}
      measure={measure}
      onDelete={() => void deleteProject(workbench)}
      onClose={close}
    />
  );
}

function useMeasure(workbench: Workbench): ProjectMeasure | null {
  const [measure, setMeasure] = useState<ProjectMeasure | null>(null);
  useEffect(() => {
    void workbench.bridge.measureProject().then((measured) => {
      if (measured.ok) setMeasure(measured.value);
      else alert(problemSentence(measured.error));
    });
  }, [workbench]);
  return measure;
}
