import { toggleUnsure } from '@core/commands/annotation-commands';
import { notOwn } from '@core/commands/batch';
import { acceptReview } from '@core/commands/batch-marks';
import { applyCodes, type Coded, newAnnotation, toggleCode } from '@core/commands/code-target';
import { createCode } from '@core/commands/codebook-commands';
import type { CommandContext } from '@core/commands/command-context';
import { applyToDocument, toggleOnDocument } from '@core/commands/document-annotation';
import { withCodingMemos } from '@core/commands/remove-memos';
import { replacedCodes } from '@core/commands/replaced-codes';
import type { Annotation } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { t } from '../ui/strings';
import type { CodingPlace } from './coding-place';
import { annotationOf, currentTarget, type Surface, spanOf } from './coding-surface';
import { commitAhead } from './commit-ahead';
import { focusMemo } from './focus-field';
import type { Workbench } from './open-workbench';
import { alert, announce, getView, setView } from './view-state';

function codingSurface({ workbench, snapshot, text }: Surface) {
  if (snapshot.document === null) return null;
  const codes = new Map(workbench.lists.codes.getSnapshot().map((code) => [code.id, code]));
  const links = workbench.lists.links.getSnapshot();
  const { document, annotations, memos } = snapshot;
  return { document, text, annotations, memos, links, codes };
}

type CodingDesk = NonNullable<ReturnType<typeof codingSurface>>;

function applyTo(on: CodingDesk, at: CodingPlace, codes: readonly Code[], context: CommandContext): Coded {
  return at.kind === 'document' ? applyToDocument(on, codes, context) : applyCodes(on, at, codes, context);
}

/** Puts the cursor on the last sentence of the passage, so that the next move goes on from there. */
function holdPassage(surface: Surface, annotation_id: Id | null, target: CodingPlace): void {
  const span = spanOf(target);
  if (span !== null) {
    const sentence = surface.units.sentences.findLast(
      ({ start, end }) => start < span.end && end > span.start,
    );
    const cursor = Math.max(span.start, sentence?.start ?? span.start);
    surface.reader.select({ anchor: cursor, focus: cursor });
    setView({ selection: { anchor: cursor, focus: cursor }, inHand: annotation_id });
  } else setView({ inHand: annotation_id });
}

/**
 * Applies the coding that `make` computes for the target; the passage is then in hand. `done`, where there is one,
 * is said once that is so; where nothing came of it, why.
 */
async function code(
  surface: Surface,
  target: CodingPlace | null,
  done: string | null,
  make: (on: CodingDesk, target: CodingPlace) => Coded,
): Promise<void> {
  const on = codingSurface(surface);
  if (on === null) return;
  if (target === null) {
    announce(t('coding:noTarget'));
    return;
  }
  const at = ownTarget(surface, target);
  const coded = make(on, at);
  // At once, not when it is durable: the next key may come before.
  holdPassage(surface, coded.annotation_id, target);
  const drafts = at.kind === 'document' ? coded.drafts : withMemos(surface, coded.drafts);
  if (drafts.length > 0 && !(await commitAhead(surface, drafts))) {
    if (getView().inHand === coded.annotation_id) setView({ inHand: null });
  } else if (done !== null) announce(withReplaced(surface.workbench, done, drafts));
}

/** What was done, and which codes of an exclusive set had to go for it. */
export function withReplaced(workbench: Workbench, done: string, drafts: readonly ChangeDraft[]): string {
  const codes = replacedCodes(drafts).map((id) => codeName(workbench, id));
  return codes.length === 0 ? done : t('coding:inPlaceOf', { done, codes: codes.join(', ') });
}

/**
 * The target with its annotation as the store holds it now: a palette may have been open for a while. Over another
 * coder's annotation, or one's own of another round, one codes the same words, or the same document, in an annotation of one's own.
 */
function ownTarget(surface: Surface, target: CodingPlace): CodingPlace {
  if (target.kind !== 'annotation') return target;
  const annotation = surface.snapshot.annotations.find(({ id }) => id === target.annotation.id);
  if (annotation === undefined) return target;
  const span = spanOf({ kind: 'annotation', annotation });
  if (span === null) return { kind: 'document' };
  const isOwn = notOwn(annotation, surface.workbench.context()) === null;
  return isOwn ? { kind: 'annotation', annotation } : { kind: 'span', span, from: 'selection' };
}

/** With a coding goes what was written about it; before it, so that undo brings the coding back first. */
export function withMemos(surface: Surface, drafts: readonly ChangeDraft[]): readonly ChangeDraft[] {
  return withCodingMemos(drafts, surface.snapshot.memos);
}

function remember(code: Code): void {
  setView({ lastCodes: [code.id] });
}

/** Applies the code to the target, or takes it off where it is applied. */
export async function toggle(
  surface: Surface,
  chosen: Code,
  target: CodingPlace | null = currentTarget(surface),
): Promise<void> {
  if (!isApplicable(chosen)) return;
  const context = surface.workbench.context();
  const present = target === null ? undefined : annotationOf(surface, target);
  const isApplied = present?.codings.some(({ code_id }) => code_id === chosen.id) === true;
  const done = t(isApplied ? 'coding:uncoded' : 'coding:coded', { code: chosen.name });
  await code(surface, target, done, (on, at) =>
    at.kind === 'document' ? toggleOnDocument(on, chosen, context) : toggleCode(on, at, chosen, context),
  );
  if (!isApplied) remember(chosen);
}

/** Applies the code to the target, where it may be already. */
export async function apply(surface: Surface, chosen: Code, target: CodingPlace): Promise<void> {
  if (!isApplicable(chosen)) return;
  const context = surface.workbench.context();
  const done = t('coding:coded', { code: chosen.name });
  await code(surface, target, done, (on, at) => applyTo(on, at, [chosen], context));
  remember(chosen);
}

/** Whether a code can be applied at all; what cannot is said. */
function isApplicable({ name, kind, archived_at }: Code): boolean {
  if (kind === 'folder') announce(t('codebook:isFolder', { name }));
  else if (archived_at !== undefined) announce(t('codebook:isArchived', { name }));
  return kind === 'code' && archived_at === undefined;
}

/** Creates the code at a typed path and applies it: one step for undo. */
export async function createAndApply(
  surface: Surface,
  typed: string,
  target: CodingPlace | null,
): Promise<void> {
  const { lists } = surface.workbench;
  const context = surface.workbench.context();
  const project = lists.project.getSnapshot();
  if (project === null) return;
  const created = createCode({ project, codes: lists.codes.getSnapshot() }, typed, context);
  if (!created.ok) {
    alert(t(`coding:${created.error}`));
    return;
  }
  const { drafts, code: made } = created.value;
  await code(surface, target, t('coding:coded', { code: made.name }), (on, at) => {
    const coded = applyTo({ ...on, codes: new Map([...on.codes, [made.id, made]]) }, at, [made], context);
    return { ...coded, drafts: [...drafts, ...coded.drafts] };
  });
  remember(made);
}

/** The codes applied last; null, and said, where there are none or one of them can be applied no more. */
export function codesToRepeat({ lists }: Workbench): readonly Code[] | null {
  const last = new Set(getView().lastCodes);
  const codes = lists.codes.getSnapshot().filter(({ id }) => last.has(id));
  if (codes.length === 0) announce(t('coding:nothingToRepeat'));
  return codes.length > 0 && codes.every(isApplicable) ? codes : null;
}

/** Applies again what was applied last. */
export async function repeat(surface: Surface): Promise<void> {
  const codes = codesToRepeat(surface.workbench);
  if (codes === null) return;
  const context = surface.workbench.context();
  const done = t('coding:coded', { code: codes.map(({ name }) => name).join(', ') });
  await code(surface, currentTarget(surface), done, (on, at) => applyTo(on, at, codes, context));
}

/** The annotation the keys act on, where it is this coder's to change. */
export function ownAnnotation(surface: Surface): Annotation | undefined {
  const target = currentTarget(surface);
  const annotation = target === null ? undefined : annotationOf(surface, target);
  if (annotation === undefined) return undefined;
  return notOwn(annotation, surface.workbench.context()) === null ? annotation : undefined;
}

export async function unsure(surface: Surface): Promise<void> {
  const annotation = ownAnnotation(surface);
  if (annotation === undefined || annotation.codings.length === 0) {
    announce(t('coding:noCoding'));
    return;
  }
  const wasUnsure = annotation.codings.every(({ certainty }) => certainty === 'unsure');
  setView({ inHand: annotation.id });
  if (await commitAhead(surface, toggleUnsure(annotation))) {
    announce(t(wasUnsure ? 'coding:markedSure' : 'coding:markedUnsure'));
  }
}

/** Accepts what a search coded here: it stands to review no more. */
export async function accept(surface: Surface): Promise<void> {
  const annotation = ownAnnotation(surface);
  const accepted = annotation === undefined ? [] : acceptReview(annotation);
  if (annotation === undefined || accepted.length === 0) {
    announce(t('coding:nothingToReview'));
    return;
  }
  setView({ inHand: annotation.id });
  if (await commitAhead(surface, accepted)) announce(t('coding:accepted'));
}

/** Takes the target in hand, which is made an uncoded passage where there is none yet; null where there is no target. */
export async function holdTarget(surface: Surface): Promise<Id | null> {
  const target = currentTarget(surface);
  if (target?.kind === 'span' && annotationOf(surface, target) === undefined) {
    const context = surface.workbench.context();
    await code(surface, target, null, (on, at) => {
      if (at.kind !== 'span') return { drafts: [], annotation_id: null };
      const made = newAnnotation(on, at.span, [], context);
      return { drafts: [{ kind: 'annotation.added', data: { annotation: made } }], annotation_id: made.id };
    });
  } else if (target === null) {
    announce(t('coding:noTarget'));
    return null;
  } else setView({ inHand: annotationOf(surface, target)?.id ?? null });
  return getView().inHand;
}

/** Opens the memo of the passage, which is made, uncoded, where there is none yet. */
export async function openMemo(surface: Surface): Promise<void> {
  const inHand = await holdTarget(surface);
  const held = surface.snapshot.annotations.find(({ id }) => id === inHand);
  const isRead = surface.snapshot.memos.some(({ target: on }) => on.id === inHand);
  if (held !== undefined && held.coder_id !== surface.workbench.coder.id && !isRead) {
    // Nothing can be written there: what is typed next must not be taken for keys of the text.
    announce(t('memos:notYours'));
    return;
  }
  if (inHand !== null) await focusMemo(inHand);
}

export function codeName(workbench: Workbench, id: Id): string {
  return workbench.lists.codes.getSnapshot().find((code) => code.id === id)?.name ?? '';
}
