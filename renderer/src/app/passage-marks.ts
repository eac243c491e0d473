/** What a passage says beside its codes: who speaks, in which voice, and what it continues, contradicts or restates. */
import type { Batch } from '@core/commands/batch';
import { setVoice } from '@core/commands/batch-marks';
import { addLink, removeLink } from '@core/commands/link-commands';
import { type ChosenAlias, type KnownSpeakers, setTypedSpeakers } from '@core/commands/speaker-entry';
import { shortQuote } from '@core/memo/short-quote';
import type { Annotation, Voice } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import type { Link } from '@core/model/link';
import { t } from '../ui/strings';
import { batchSaid } from './batch-said';
import { holdTarget } from './coding-actions';
import type { Surface } from './coding-surface';
import { commitOrTell } from './commit-ahead';
import { focusSpeaker } from './focus-field';
import type { Workbench } from './open-workbench';
import { announce, getView, setView } from './view-state';

/** Puts the cursor in "Speaker" of the passage, which is made, uncoded, where there is none yet. */
export async function openSpeaker(surface: Surface): Promise<void> {
  const annotationId = await holdTarget(surface);
  if (annotationId === null) return;
  const held = surface.snapshot.annotations.find(({ id }) => id === annotationId);
  if (held !== undefined && held.coder_id !== surface.workbench.coder.id) {
    announce(t('annotations:notYours'));
    return;
  }
  await focusSpeaker(annotationId);
}

/**
 * Keeps typed speakers, and what was chosen as another name of one. `found`: names of the text, whose roles new actors
 * take over. False, and said, where there are more than two.
 */
export function keepSpeakers(
  workbench: Workbench,
  annotations: readonly Annotation[],
  typed: string,
  found: KnownSpeakers['found'],
  alias: ChosenAlias | null,
): boolean {
  const known = { actors: workbench.lists.actors.getSnapshot(), found };
  const made = setTypedSpeakers(annotations, typed, known, alias, workbench.context());
  if (!made.ok) {
    announce(t('annotations:speakerTooMany'));
    return false;
  }
  const { drafts, batch } = made.value;
  const isChange = batch.changed > 0 || alias !== null;
  const kept = isChange ? commitOrTell(workbench, [...drafts, ...batch.drafts]) : Promise.resolve(true);
  if (annotations.length > 1) void kept.then((isKept) => isKept && announce(manySaid(typed, batch)));
  return true;
}

/** For how many passages it was stated, which are out of sight or not in hand, and for how many not. */
function manySaid(typed: string, batch: Batch): string {
  const speaker = typed.trim();
  const what = t(speaker === '' ? 'annotations:speakerTakenOff' : 'annotations:speakerKept', { speaker });
  return batchSaid(batch, (passages) => t('passages:acted', { what, passages }));
}

export function keepVoice(workbench: Workbench, annotation: Annotation, voice: Voice | null): void {
  const { drafts } = setVoice([annotation], voice, workbench.context());
  if (drafts.length > 0) void commitOrTell(workbench, drafts);
}

/** Begins a link: it ends at the annotation that is linked next, in this document or another. */
export function beginLink(annotation: Annotation): void {
  const { target } = annotation;
  const quote = target.kind === 'passage' ? shortQuote(target.quote) : t('annotations:wholeDocument');
  setView({ linkFrom: { id: annotation.id, quote } });
  announce(t('annotations:linkBegun'));
}

/** False where nothing was linked, which is said. */
export async function endLink(workbench: Workbench, to: Id, kind: Link['kind']): Promise<boolean> {
  const { linkFrom } = getView();
  if (linkFrom === null) return false;
  const made = addLink(workbench.lists.links.getSnapshot(), linkFrom.id, to, kind, workbench.context());
  if (!made.ok) {
    announce(t(`annotations:${made.error === 'self-link' ? 'linkSelf' : 'linkThere'}`));
    return false;
  }
  if (!(await commitOrTell(workbench, made.value))) return false;
  setView({ linkFrom: null });
  announce(t('annotations:linked'));
  return true;
}

export async function unlink(workbench: Workbench, link: Link): Promise<void> {
  if (await commitOrTell(workbench, removeLink(link))) announce(t('annotations:unlinked'));
}
