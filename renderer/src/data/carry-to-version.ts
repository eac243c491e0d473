/** Moves a coder's annotations from an earlier version of a document to a later one, as one step. */

import type { Carried } from '@core/anchor/carry-passage';
import { carryAnnotations } from '@core/commands/carry-annotations';
import type { PassageTarget } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import type { Document } from '@core/model/document';
import type { Id } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import type { Bridge, Outcome } from '@preload/contract';
import type { DocumentSnapshot } from './open-document';
import type { ProjectSession } from './project-session';
import { storeProblem } from './store-problem';

export interface CarriedOver {
  readonly moved: number;
  /** Annotations that stay on the earlier version, because their place in the later one is not certain. */
  readonly left: number;
}

/** Where passages of one text stand in another; asked of a worker. */
export type AskCarrier = (asks: {
  readonly before: string;
  readonly after: string;
  readonly targets: readonly PassageTarget[];
}) => Promise<{ readonly carried: readonly Carried[] }>;

/** Whose annotations are carried: another coder's reading is that coder's to carry. */
export interface Carrier {
  readonly coder_id: Id;
  readonly ask: AskCarrier;
}

export async function carryToVersion(
  bridge: Pick<Bridge, 'readTexts'>,
  session: Pick<ProjectSession, 'openDocument' | 'committer' | 'newId'>,
  versions: { readonly earlier: Id; readonly later: Id },
  carrier: Carrier,
): Promise<Outcome<CarriedOver>> {
  const opened = [session.openDocument(versions.earlier), session.openDocument(versions.later)] as const;
  try {
    await Promise.all(opened.map(({ ready }) => ready));
    await session.committer.settled();
    const to = opened[1].getSnapshot();
    if (to.document === null) return fail({ code: 'not-found' });
    const found = await draftsToVersion(bridge, opened[0], to.document, carrier);
    if (!found.ok) return found;
    const { drafts, moved, left } = found.value;
    if (drafts.length > 0) {
      const committed = await session.committer.commit(drafts, { batch_id: session.newId() });
      if (!committed.ok) return committed;
    }
    return succeed({ moved, left });
  } catch (error) {
    return fail(storeProblem(error));
  } finally {
    for (const each of opened) each.close();
  }
}

/** The drafts that move what can be moved to a later version, which need not be in the store yet. */
export async function draftsToVersion(
  bridge: Pick<Bridge, 'readTexts'>,
  earlier: { readonly getSnapshot: () => DocumentSnapshot },
  later: Pick<Document, 'id' | 'text_sha256'>,
  { coder_id, ask }: Carrier,
): Promise<Outcome<CarriedOver & { readonly drafts: readonly ChangeDraft[] }>> {
  const from = earlier.getSnapshot();
  if (from.document === null) return fail(from.problem ?? { code: 'not-found' });
  const own = from.annotations.filter((annotation) => annotation.coder_id === coder_id);
  if (own.length === 0) return succeed({ moved: 0, left: 0, drafts: [] });
  const hashes = [from.document.text_sha256, later.text_sha256];
  const [before, after] = (await bridge.readTexts(hashes)).map(({ text }) => text);
  if (before === undefined || before === null || after === undefined || after === null)
    return fail({ code: 'source-missing', file: from.document.path });
  const targets = own.flatMap(({ target }) => (target.kind === 'passage' ? [target] : []));
  const answers = (await ask({ before, after, targets })).carried.values();
  const all = own.map((annotation) => ({
    annotation,
    carried: annotation.target.kind === 'passage' ? (answers.next().value ?? null) : null,
  }));
  // What was marked or taken away while the worker searched is looked at in the end.
  const now = earlier.getSnapshot();
  const there = new Map(now.annotations.map((one) => [one.id, one] as const));
  const unchanged = all.filter(({ annotation }) => there.get(annotation.id) === annotation);
  const { drafts, moved } = carryAnnotations(later, after, unchanged, now.memos);
  return succeed({ drafts, moved: moved.length, left: own.length - moved.length });
}
