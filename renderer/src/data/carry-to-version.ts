/** Moves a coder's annotations from an earlier version of a document to a later one, as one step. */

import type { Carried } from '@core/anchor/carry-passage';
import { carryAnnotations } from '@core/commands/carry-annotations';
import type { PassageTarget } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import type { Bridge, Outcome } from '@preload/contract';
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
}) => Promise<readonly Carried[]>;

/** Only what `coder_id` marked: another coder's reading is that coder's to carry. */
export async function carryToVersion(
  bridge: Pick<Bridge, 'readTexts'>,
  session: Pick<ProjectSession, 'openDocument' | 'committer' | 'newId'>,
  versions: { readonly earlier: Id; readonly later: Id },
  coder_id: Id,
  ask: AskCarrier,
): Promise<Outcome<CarriedOver>> {
  const opened = [session.openDocument(versions.earlier), session.openDocument(versions.later)] as const;
  try {
    await Promise.all(opened.map(({ ready }) => ready));
    await session.committer.settled();
    const [from, to] = [opened[0].getSnapshot(), opened[1].getSnapshot()];
    if (from.document === null || to.document === null) return fail({ code: 'not-found' });
    const hashes = [from.document.text_sha256, to.document.text_sha256];
    const [before, after] = (await bridge.readTexts(hashes)).map(({ text }) => text);
    if (before === undefined || before === null || after === undefined || after === null)
      return fail({ code: 'source-missing', file: from.document.path });
    const own = from.annotations.filter((annotation) => annotation.coder_id === coder_id);
    const targets = own.flatMap(({ target }) => (target.kind === 'passage' ? [target] : []));
    const answers = (await ask({ before, after, targets })).values();
    const all = own.map((annotation) => ({
      annotation,
      carried: annotation.target.kind === 'passage' ? (answers.next().value ?? null) : null,
    }));
    // What was marked or taken away while the worker searched is looked at in the end.
    const there = new Map(opened[0].getSnapshot().annotations.map((one) => [one.id, one] as const));
    const unchanged = all.filter(({ annotation }) => there.get(annotation.id) === annotation);
    const { drafts, moved } = carryAnnotations(to.document, after, unchanged, from.memos);
    if (drafts.length > 0) {
      const committed = await session.committer.commit(drafts, { batch_id: session.newId() });
      if (!committed.ok) return committed;
    }
    return succeed({ moved: moved.length, left: own.length - moved.length });
  } catch (error) {
    return fail(storeProblem(error));
  } finally {
    for (const each of opened) each.close();
  }
}
