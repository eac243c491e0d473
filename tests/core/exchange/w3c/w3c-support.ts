import type { StagedImport } from '@core/exchange/stage-import';
import { readW3c } from '@core/exchange/w3c/read-w3c';
import { stageW3c, w3cTextsNeeded } from '@core/exchange/w3c/stage-w3c';
import type { ExchangeProject } from '../../../support/exchange-project';
import { contextOfTest } from '../refi/refi-support';

/** Reads, stages and commits a file of annotations, as the program does. */
export function takeInW3c(project: ExchangeProject, json: string): StagedImport {
  const read = readW3c(json);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const present = project.snapshot();
  const found = w3cTextsNeeded(read.value, present).flatMap((hash) => {
    const text = project.texts.get(hash);
    return text === undefined ? [] : [[hash, text] as const];
  });
  const staged = stageW3c(read.value, new Map(found), present, contextOfTest());
  project.commit(staged.drafts);
  return staged;
}
