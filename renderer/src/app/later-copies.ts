import { foresee, withForeseen } from '@core/change/foresee';
import { codeCopies } from '@core/commands/code-copies';
import type { Annotation } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import type { Id } from '@core/model/identity';
import { createSource } from '../data/observable';
import { t } from '../ui/strings';
import type { PassageToCopy } from '../workers/copies-protocol';
import { commitOrTell } from './commit-ahead';
import { confirmedCopies } from './copies-actions';
import { copiesOf } from './copies-desk';
import type { Workbench } from './open-workbench';
import { announce } from './view-state';

/** Passages that stand in documents which came after they were coded; null where there are none to be offered. */
export interface LaterCopies {
  readonly passages: readonly PassageToCopy[];
  readonly isWorking: boolean;
}

export const laterCopies = createSource<LaterCopies | null>(null);

/** Looks for coded passages in documents that have just come. */
export async function lookForLater(workbench: Workbench, documents: readonly Id[]): Promise<void> {
  const { coder_id, round } = workbench.context();
  // A script is asked nothing; and where nobody has coded, the texts need not be read for this.
  if (workbench.startup.quit) return;
  if (documents.length === 0 || workbench.lists.tally.getSnapshot().annotations === 0) return;
  const desk = copiesOf(workbench);
  if (!(await desk.ready())) return;
  // What was offered before and is not answered yet stays offered.
  const before = laterCopies.getSnapshot()?.passages.flatMap((passage) => passage.documents) ?? [];
  const asked = [...new Set([...before, ...documents])];
  const found = await desk.ask('passagesToCopy', { documents: asked, coder_id, round });
  const copies = new Set(
    workbench.lists.links.getSnapshot().flatMap(({ kind, from }) => (kind === 'copy' ? [from] : [])),
  );
  // A copy's own copies are those of its original.
  const passages = found.filter(({ annotation_id }) => !copies.has(annotation_id));
  laterCopies.set(passages.length === 0 ? null : { passages, isWorking: false });
}

/** What is still offered of it: documents may have gone again, by undo. */
export function stillOffered(
  passages: readonly PassageToCopy[],
  documents: readonly { readonly id: Id }[],
): readonly PassageToCopy[] {
  const there = new Set(documents.map(({ id }) => id));
  return passages.flatMap((passage) => {
    const left = passage.documents.filter((id) => there.has(id));
    return left.length === 0 ? [] : [{ ...passage, documents: left }];
  });
}

/** Codes all that is offered, where it stands word for word: one step for undo. */
export async function codeLater(workbench: Workbench): Promise<void> {
  const offered = laterCopies.getSnapshot();
  if (offered === null || offered.isWorking) return;
  const working = { ...offered, isWorking: true };
  laterCopies.set(working);
  try {
    const { drafts, made } = await draftsFor(workbench, offered);
    // Another import may have offered more meanwhile.
    if (laterCopies.getSnapshot() === working) laterCopies.set(null);
    if (drafts.length > 0 && (await commitOrTell(workbench, drafts)))
      announce(t('copies:coded', { count: made }));
  } catch {
    if (laterCopies.getSnapshot() === working) laterCopies.set(offered);
    announce(t('copies:failed'));
  }
}

async function draftsFor(
  workbench: Workbench,
  offered: LaterCopies,
): Promise<{ readonly drafts: readonly ChangeDraft[]; readonly made: number }> {
  const passages = stillOffered(offered.passages, workbench.lists.documents.getSnapshot());
  const originals = await workbench.lists.annotations.find(
    passages.map(({ annotation_id }) => annotation_id),
  );
  const links = workbench.lists.links.getSnapshot();
  const context = workbench.context();
  const drafts: ChangeDraft[] = [];
  /** Annotations of the documents, with what the drafts so far will make of them. */
  const annotations = new Map<Id, readonly Annotation[]>();
  let made = 0;
  for (const { annotation_id, document_id, documents } of passages) {
    const original = originals.get(annotation_id);
    // It may have changed since it was offered.
    if (original?.target.kind !== 'passage' || original.codings.length === 0) continue;
    const { start, end } = original.target;
    const wanted = new Set(documents);
    const copies = await copiesOf(workbench).ask('passageCopies', { document_id, span: { start, end } });
    const places = copies.flatMap(({ document_id: place, projected }) =>
      wanted.has(place) && projected.kind === 'exact' ? [{ document_id: place, span: projected.span }] : [],
    );
    for (const copy of await confirmedCopies(workbench, places)) {
      const { id } = copy.document;
      const there = annotations.get(id) ?? copy.annotations;
      const more = codeCopies(original, [{ ...copy, annotations: there }], links, context);
      annotations.set(id, withForeseen(there, foresee(there, more, context), id));
      drafts.push(...more);
      made += 1;
    }
  }
  return { drafts, made };
}
