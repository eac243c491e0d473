import { assertDefined } from '@core/assert';
import type { Codebook } from '@core/commands/codebook-commands';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { keyLabel } from '../ui/key-label';
import { problemSentence } from '../ui/problem-sentence';
import { keepMemos } from './memo-actions';
import type { Workbench } from './open-workbench';
import { alert } from './view-state';

/** The codebook of the open project, as of now. */
export function codebookOf({ lists }: Workbench): Codebook {
  const project = assertDefined(lists.project.getSnapshot(), 'an open project has its record');
  return { project, codes: lists.codes.getSnapshot() };
}

/** Everything that hangs on the codes, as it is now; null, and said, where it cannot be read. */
export async function readUse(workbench: Workbench): Promise<ProjectSnapshot | null> {
  // What was typed or coded a moment ago belongs to it.
  await keepMemos();
  await workbench.committer.settled();
  const read = await workbench.session.snapshot([]);
  if (read.ok) return read.value;
  alert(problemSentence(read.error));
  return null;
}

/** The keys that take a step back, for sentences that say so. */
export function undoKeys(): string {
  return keyLabel('undo');
}
