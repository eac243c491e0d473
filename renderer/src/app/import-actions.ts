import type { Grant } from '@preload/contract';
import { fail } from '@core/result';
import type { Workbench } from './open-workbench';

export async function importFile(workbench: Workbench): Promise<void> {
  const grant = await workbench.bridge.chooseImport();
  if (grant !== null) await takeImport(workbench, grant);
}

export function takeImport(_workbench: Workbench, _file: Grant) {
  return Promise.resolve({ summary: null, problems: [], ...fail('later') });
}
