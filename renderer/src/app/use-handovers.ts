import type { Handover } from '@preload/contract';
import { useEffect } from 'react';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import type { Workbench } from './open-workbench';
import { followName, isolated, openProject, tellDeleted } from './project-actions';
import { runTasks } from './startup-tasks';
import { alert } from './view-state';

/** Does what main hands over, in its order, and keeps main told of the project's name. */
export function useHandovers(workbench: Workbench): void {
  useEffect(() => {
    let running: Promise<void> = Promise.resolve();
    const take = (): void => {
      running = running.then(() => takeAll(workbench));
    };
    take();
    const forget = workbench.bridge.onHandover(take);
    const unfollow = followName(workbench);
    return () => {
      forget();
      unfollow();
    };
  }, [workbench]);
}

async function takeAll(workbench: Workbench): Promise<void> {
  for (;;) {
    const handover = await workbench.bridge.takeHandover();
    if (handover === null) return;
    await act(workbench, handover);
  }
}

async function act(workbench: Workbench, handover: Handover): Promise<void> {
  switch (handover.kind) {
    case 'tasks':
      await runTasks(workbench, handover.tasks);
      break;
    case 'open': {
      const name = handover.target.kind === 'named' ? handover.target.name : '';
      await openProject(workbench, handover.target, t('projects:opening', { name: isolated(name) }));
      break;
    }
    case 'reload':
      await openProject(workbench, { kind: 'known', id: workbench.startup.project.id }, '');
      break;
    case 'deleted':
      tellDeleted(handover.name, handover.problem === null ? null : problemSentence(handover.problem));
      break;
    case 'notice':
      alert(problemSentence(handover.problem));
      break;
  }
}
