import { type VersionChanges, versionChanges } from '@core/anchor/version-changes';
import type { Id } from '@core/model/identity';
import type { CorpusListing, Outcome } from '@preload/contract';
import { type ChangeCheck, type ChangedText, checkChanges } from '../data/check-changes';
import { createSource } from '../data/observable';
import { takeVersions } from '../data/take-versions';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { askCarrier } from '../workers/carry-client';
import { lookForLater } from './later-copies';
import type { Workbench } from './open-workbench';
import { carriedWords } from './orphan-actions';
import { announce, getView, openDocument, setView } from './view-state';

/** What a check for changes has come to. */
export interface ChangesState {
  readonly looking: { readonly done: number; readonly total: number } | null;
  /** null until the files were looked at, and where none could be. */
  readonly check: ChangeCheck | null;
  /** Documents whose later versions are not to come in. */
  readonly refused: ReadonlySet<Id>;
  /** The document whose changes are shown; null shows none. */
  readonly shown: Id | null;
  /** By document; null where a text is missing. */
  readonly diffs: ReadonlyMap<Id, VersionChanges | null>;
  readonly isTaking: boolean;
  readonly problem: string | null;
}

const nothing: ChangesState = {
  ...{ looking: null, check: null, refused: new Set(), shown: null, diffs: new Map() },
  ...{ isTaking: false, problem: null },
};

/** Places that differ and are shown of one text. */
const mostShown = 300;

/** The check that the dialog shows. */
export const changes = createSource<ChangesState>(nothing);
let stop: AbortController | null = null;

const change = (part: Partial<ChangesState>): void => changes.set({ ...changes.getSnapshot(), ...part });

/** Opens the dialog and looks at the files where they were imported from. */
export async function checkForChanges(workbench: Workbench): Promise<void> {
  setView({ dialog: 'changes' });
  await look(workbench, () => workbench.bridge.listSources());
}

/** Looks for the files in a folder that is asked for. */
export async function checkFolder(workbench: Workbench): Promise<void> {
  const grant = await workbench.bridge.chooseCorpus('folder');
  if (grant !== null) await look(workbench, () => workbench.bridge.listCorpus(grant.token));
}

async function look(workbench: Workbench, list: () => Promise<Outcome<CorpusListing>>): Promise<void> {
  stop?.abort();
  const own = new AbortController();
  stop = own;
  const isOver = (): boolean => own.signal.aborted;
  changes.set({ ...nothing, looking: { done: 0, total: 0 } });
  const listing = await list();
  if (isOver()) return;
  if (!listing.ok) {
    changes.set({ ...nothing, problem: problemSentence(listing.error) });
    return;
  }
  const { bridge, lists } = workbench;
  const check = await checkChanges(bridge, lists.documents.getSnapshot(), listing.value, {
    signal: own.signal,
    onProgress: (done, total) => {
      if (!isOver()) change({ looking: { done, total } });
    },
  });
  if (isOver()) return;
  change({ looking: null, check });
  const [first] = check.changed;
  if (first !== undefined) showChange(workbench, first.earlier.id);
}

/** Shows what changed in a text; the one that is shown already is put away. */
export function showChange(workbench: Workbench, id: Id): void {
  const { shown, diffs, check } = changes.getSnapshot();
  change({ shown: shown === id ? null : id });
  const changed = check?.changed.find(({ earlier }) => earlier.id === id);
  if (changed !== undefined && !diffs.has(id)) void compare(workbench, changed);
}

async function compare(workbench: Workbench, { earlier, source }: ChangedText): Promise<void> {
  const hashes = [earlier.text_sha256, source.text_sha256];
  const [before, after] = (await workbench.bridge.readTexts(hashes)).map(({ text }) => text ?? null);
  const isThere = typeof before === 'string' && typeof after === 'string';
  const diff = isThere
    ? versionChanges(before, after, (await askCarrier({ before, after, targets: [] })).runs, mostShown)
    : null;
  change({ diffs: new Map([...changes.getSnapshot().diffs, [earlier.id, diff]]) });
}

export function tickChange(id: Id, isTicked: boolean): void {
  const { refused } = changes.getSnapshot();
  change({ refused: new Set(isTicked ? [...refused].filter((one) => one !== id) : [...refused, id]) });
}

/** Takes in what is ticked, as one step, and opens the new version of the document that is open. */
export async function takeChanges(workbench: Workbench): Promise<void> {
  const { check, refused, isTaking } = changes.getSnapshot();
  const accepted = check?.changed.filter(({ earlier }) => !refused.has(earlier.id)) ?? [];
  if (isTaking || accepted.length === 0) return;
  change({ isTaking: true, problem: null });
  const { bridge, session, coder } = workbench;
  const taken = await takeVersions(bridge, session, accepted, { coder_id: coder.id, ask: askCarrier });
  if (!taken.ok) {
    change({ isTaking: false, problem: t('common:notSaved', { reason: problemSentence(taken.error) }) });
    return;
  }
  closeChanges();
  const { document_ids, moved, left } = taken.value;
  announce(
    [
      t('versions:taken', { count: document_ids.length }),
      ...(moved + left === 0 ? [] : [carriedWords({ moved, left })]),
    ].join('; '),
  );
  const at = accepted.findIndex(({ earlier }) => earlier.id === getView().documentId);
  const open = document_ids[Math.max(0, at)];
  if (open !== undefined) openDocument(open);
  lookForLater(workbench, document_ids).catch(() => undefined);
}

/** Nothing that is left in the list comes in. */
export function closeChanges(): void {
  stop?.abort();
  stop = null;
  changes.set(nothing);
  setView({ dialog: null });
}
