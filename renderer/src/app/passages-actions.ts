/** What the keys and buttons of the passages view do to the row in hand, or to all that are chosen: one step each. */
import { withDescendants } from '@core/codebook/code-tree';
import { type Batch, joinBatches } from '@core/commands/batch';
import {
  applyToMany,
  type BatchSurface,
  deleteMany,
  recodeMany,
  removeFromMany,
} from '@core/commands/batch-codings';
import { acceptMany, setUnsureMany } from '@core/commands/batch-marks';
import { createCode } from '@core/commands/codebook-commands';
import type { Annotation } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { type AnnotationsRead, readAnnotations } from '../data/read-annotations';
import type { DeskState, PassageDesk } from '../passages/passage-desk';
import { t } from '../ui/strings';
import { batchSaid } from './batch-said';
import { codesToRepeat, withReplaced } from './coding-actions';
import { commitOrTell } from './commit-ahead';
import { keepMemos } from './memo-actions';
import type { Workbench } from './open-workbench';
import { alert, announce, setView } from './view-state';

/** The passages that an action is about, as the store holds them now. */
export interface Chosen {
  readonly workbench: Workbench;
  readonly desk: PassageDesk;
  readonly read: AnnotationsRead;
}

/** null where no passage is in hand, which is said. */
export async function chosenPassages(workbench: Workbench, desk: PassageDesk): Promise<Chosen | null> {
  // What was just typed about one of them goes with it.
  await keepMemos();
  const keys = await desk.chosen();
  const read = await readAnnotations(workbench.session.store, keys);
  if (read.annotations.length > 0) return { workbench, desk, read };
  announce(t(keys.length === 0 ? 'passages:nothingChosen' : 'passages:chosenGone'));
  return null;
}

function surfaceOf({ workbench, read }: Chosen): BatchSurface {
  const codes = new Map(workbench.lists.codes.getSnapshot().map((code) => [code.id, code]));
  return { codes, memos: read.memos, links: workbench.lists.links.getSnapshot() };
}

/** Commits what a batch makes, with what must come before it, and says what was done and what was left. */
async function settle(
  workbench: Workbench,
  batch: Batch,
  said: (passages: string) => string,
  before: readonly ChangeDraft[] = [],
): Promise<void> {
  const drafts = [...before, ...batch.drafts];
  if (drafts.length > 0 && !(await commitOrTell(workbench, drafts))) return;
  announce(batchSaid(batch, said));
}

function acted(what: string): (passages: string) => string {
  return (passages) => t('passages:acted', { what, passages });
}

/** Takes the code off where all of the passages carry it, else gives it to those that do not. */
export async function toggleOnAll(chosen: Chosen, code: Code): Promise<void> {
  if (code.kind === 'folder') return;
  const { workbench, read } = chosen;
  const context = workbench.context();
  const everywhere = read.annotations.every((one) => carries(one, code.id));
  const batch = everywhere
    ? removeFromMany(surfaceOf(chosen), read.annotations, code.id, context)
    : applyToMany(surfaceOf(chosen), read.annotations, [code], context);
  if (!everywhere) setView({ lastCodes: [code.id] });
  const said = everywhere ? t('coding:uncoded', { code: code.name }) : t('coding:coded', { code: code.name });
  await settle(workbench, batch, (passages) => withReplaced(workbench, acted(said)(passages), batch.drafts));
}

/** Creates the code at a typed path and gives it to all: one step for undo. */
export async function createOnAll(chosen: Chosen, typed: string): Promise<void> {
  const made = create(chosen, typed);
  if (made === null) return;
  const { workbench, read } = chosen;
  const surface = surfaceOf(chosen);
  const codes = new Map([...surface.codes, [made.code.id, made.code]]);
  const batch = applyToMany({ ...surface, codes }, read.annotations, [made.code], workbench.context());
  setView({ lastCodes: [made.code.id] });
  await settle(workbench, batch, acted(t('coding:coded', { code: made.code.name })), made.drafts);
}

function create({ workbench }: Chosen, typed: string) {
  const project = workbench.lists.project.getSnapshot();
  if (project === null) return null;
  const codes = workbench.lists.codes.getSnapshot();
  const created = createCode({ project, codes }, typed, workbench.context());
  if (created.ok) return created.value;
  alert(t(`coding:${created.error}`));
  return null;
}

/** Gives all what was applied last. */
export async function repeatOnAll(chosen: Chosen): Promise<void> {
  const { workbench, read } = chosen;
  const codes = codesToRepeat(workbench);
  if (codes === null) return;
  const batch = applyToMany(surfaceOf(chosen), read.annotations, codes, workbench.context());
  const names = codes.map(({ name }) => name).join(', ');
  await settle(workbench, batch, acted(t('coding:coded', { code: names })));
}

/** Marks all codings unsure, or sure where all are unsure already. */
export async function unsureOnAll({ workbench, read }: Chosen): Promise<void> {
  const codings = read.annotations.flatMap((one) => one.codings);
  const wereUnsure = codings.every(({ certainty }) => certainty === 'unsure');
  const batch = setUnsureMany(read.annotations, null, !wereUnsure, workbench.context());
  await settle(workbench, batch, acted(t(wereUnsure ? 'coding:markedSure' : 'coding:markedUnsure')));
}

/** Takes what a search coded for good: it stands to review no more. */
export async function acceptAll({ workbench, read }: Chosen): Promise<void> {
  const batch = acceptMany(read.annotations, workbench.context());
  await settle(workbench, batch, acted(t('passages:accepted')));
}

/** As in the reader: the marked code where a passage has several, else the passage. */
export async function removeOnAll(chosen: Chosen): Promise<void> {
  const { workbench, desk, read } = chosen;
  const context = workbench.context();
  const surface = surfaceOf(chosen);
  const state = desk.state.getSnapshot();
  const several = read.annotations.filter(({ codings }) => codings.length > 1);
  const byCode = new Map<Id, Annotation[]>();
  for (const one of several) {
    const code = markedCode(state, surface.codes, one);
    byCode.set(code, [...(byCode.get(code) ?? []), one]);
  }
  const whole = read.annotations.filter(({ codings }) => codings.length <= 1);
  // Each with its own words: a code that was taken off is no passage that went.
  const parts = [
    ...[...byCode].map(([code, some]) => ({
      batch: removeFromMany(surface, some, code, context),
      said: acted(t('coding:uncoded', { code: surface.codes.get(code)?.name ?? '' })),
    })),
    {
      batch: deleteMany(surface, whole, context),
      said: (passages: string) => t('passages:removedMany', { passages }),
    },
  ];
  await settle(workbench, joinBatches(parts.map(({ batch }) => batch)), () =>
    parts
      .filter(({ batch }) => batch.changed > 0)
      .map(({ batch, said }) => said(t('passages:countPassages', { count: batch.changed })))
      .join('. '),
  );
}

/** Turns codings of one code into another's, whichever code the passages are listed for. */
export async function recodeAll(chosen: Chosen, to: Code): Promise<void> {
  if (to.kind === 'folder') {
    announce(t('passages:recodeFolder'));
    return;
  }
  const from = recodedCode(chosen);
  if (from === null) return;
  const { workbench, read } = chosen;
  const batch = recodeMany(surfaceOf(chosen), read.annotations, from.id, to, workbench.context());
  await settle(workbench, batch, (passages) =>
    t('passages:recoded', { from: from.name, to: to.name, passages }),
  );
}

/** The one code that a recoding is of; null, and said, where it could be several. */
export function recodedCode({ workbench, desk, read }: Chosen): Code | null {
  const codes = new Map(workbench.lists.codes.getSnapshot().map((code) => [code.id, code]));
  const state = desk.state.getSnapshot();
  const carried = new Set(read.annotations.flatMap(({ codings }) => codings.map(({ code_id }) => code_id)));
  const asked = askedCodes(state, codes);
  const candidates = carried.size === 1 ? carried : new Set([...carried].filter((id) => asked.has(id)));
  const [only] = candidates;
  const code = candidates.size === 1 && only !== undefined ? codes.get(only) : undefined;
  if (code === undefined) announce(t('passages:recodeWhich'));
  return code ?? null;
}

/** The code of the group that the row in hand stands in, or else the codes asked for. */
function askedCodes({ run, selection }: DeskState, codes: ReadonlyMap<Id, Code>): ReadonlySet<Id> {
  if (run === null) return new Set();
  if (run.grouping.by === 'code') {
    const group = run.found.groups.findLast(({ from }) => from <= selection.at);
    if (group !== undefined) return new Set([group.key]);
  }
  const all = [...codes.values()];
  const { any, all: every } = run.query.codes;
  return new Set(
    [...any, ...every].flatMap(({ code_id, below }) =>
      below ? [...withDescendants(code_id, all)] : [code_id],
    ),
  );
}

/** What the passage is listed for; where that says nothing, the last that was applied. */
function markedCode(state: DeskState, codes: ReadonlyMap<Id, Code>, annotation: Annotation): Id {
  const asked = askedCodes(state, codes);
  const meant = annotation.codings.find(({ code_id }) => asked.has(code_id)) ?? annotation.codings.at(-1);
  return meant?.code_id ?? '';
}

function carries({ codings }: Annotation, code_id: Id): boolean {
  return codings.some((coding) => coding.code_id === code_id);
}
