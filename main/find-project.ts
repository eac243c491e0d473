import type { Outcome, ProjectTarget } from '@preload/contract';
import { fail, succeed } from './outcome';
import {
  createProject,
  firstProjectName,
  listProjects,
  type OpenProject,
  openProject,
  sameName,
} from './projects';
import { say } from './strings';

/** The project that is asked for, made where it is to be a new one; a problem where there is none, or its name is taken. */
export async function findProject(userData: string, target: ProjectTarget): Promise<Outcome<OpenProject>> {
  const now = new Date();
  if (target.kind === 'named') return openProject(userData, target.name, null, now);
  const listed = await listProjects(userData);
  if (!listed.ok) return listed;
  const { projects } = listed.value;
  switch (target.kind) {
    case 'known': {
      const known = projects.find(({ id }) => id === target.id);
      return known === undefined ? fail({ code: 'not-found', file: say('project.unknown') }) : succeed(known);
    }
    case 'new':
      return projects.some(({ name }) => sameName(name, target.name))
        ? fail({ code: 'name-taken', file: target.name })
        : createProject(userData, target.name.trim(), now);
    case 'sample': {
      const sample = projects.find((each) => each.sample === true);
      return sample === undefined
        ? createProject(userData, say('project.sample'), now, undefined, { sample: true })
        : succeed(sample);
    }
  }
}

/** The name for the project that takes the place of the last one. */
export function freshName(gone: string): string {
  return sameName(gone, firstProjectName) ? say('project.next') : firstProjectName;
}
