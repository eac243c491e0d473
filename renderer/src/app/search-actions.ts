/** What keys and buttons of the search view do to the hit in hand, or to all that are chosen. */

import { codePlaces } from '@core/commands/code-places';
import { createCode } from '@core/commands/codebook-commands';
import { forgetSearch, saveSearch } from '@core/commands/saved-searches';
import { plainCsv } from '@core/exchange/csv';
import { shortQuote } from '@core/memo/short-quote';
import type { ChangeDraft } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { SavedSearch } from '@core/model/project';
import { chooseAll } from '@core/query/row-selection';
import type { HitRow } from '@core/search/hit-row';
import { plainSearch } from '@core/search/search-options';
import { readAnnotationsOf } from '../data/annotations-of';
import type { SearchDesk } from '../search/search-desk';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { commitOrTell } from './commit-ahead';
import { showCode } from './memo-places';
import type { Workbench } from './open-workbench';
import { searchDeskOf } from './search-desk-of';
import { alert, announce, getView, openDocument, setView, showView } from './view-state';

/** Opens the place of the hit in hand; Alt+Left comes back to it. */
export async function openHit(workbench: Workbench, desk: SearchDesk): Promise<void> {
  setView({ hitsLetGo: null });
  const row = await desk.rowAt(desk.state.getSnapshot().selection.at);
  if (row === null) return;
  openRow(workbench, row);
}

/** Opens what a row stands in: a place of a text, what a memo is on, or a code. */
function openRow(workbench: Workbench, { document_id, start, end, holder }: HitRow): void {
  if (document_id !== '' && !isThere(workbench, document_id)) announce(t('search:documentGone'));
  else if (holder === null) {
    openDocument(document_id, { start, end });
    setView({ back: 'search' });
  } else if (holder.kind === 'code') showCode(workbench, holder.code_id);
  else if (holder.target.kind === 'code') showCode(workbench, holder.target.id);
  else if (holder.target.kind === 'project') {
    showView('memos');
    setView({ back: 'search', projectMemoFocus: {} });
  } else if (document_id === '') announce(t('memos:nothingToOpen'));
  else {
    openDocument(document_id, null, holder.annotation_id);
    // A document's own memo is shown beside it when no passage is in hand.
    setView({ back: 'search', ...(holder.annotation_id === null ? { inHand: null } : {}) });
  }
}

/** Whether a document is in the corpus still: what was found in it is listed until it is searched again. */
function isThere({ lists }: Workbench, document_id: string): boolean {
  return lists.documents.getSnapshot().some(({ id }) => id === document_id);
}

/** Goes to the next or previous hit, from the text to the text, in the list within the list. */
export async function stepHit(workbench: Workbench, step: 1 | -1): Promise<void> {
  const desk = searchDeskOf(workbench);
  const { present, selection } = desk.state.getSnapshot();
  if (present === null || present.found.rows === 0) {
    announce(t('search:noHit'));
    return;
  }
  const { rows } = present.found;
  const at = (Math.max(0, selection.at) + step + rows) % rows;
  desk.select({ ...selection, at, anchor: at });
  if (getView().view !== 'search') await openHit(workbench, desk);
}

/** Marks the hits of the last search in the text no more, which hide what is coded, until one is opened again. */
export function letHitsGo(workbench: Workbench): void {
  const { present } = searchDeskOf(workbench).state.getSnapshot();
  if (present === null || present.found.rows === 0 || present.number === getView().hitsLetGo) return;
  setView({ hitsLetGo: present.number });
  announce(t('search:hitsLetGo'));
}

/** Codes all that is chosen, at the extent that is set: one step for undo. */
export async function codeChosen(
  workbench: Workbench,
  desk: SearchDesk,
  code: Code,
  before: readonly ChangeDraft[] = [],
): Promise<void> {
  if (code.kind === 'folder') return;
  const listed = await desk.places();
  const places = listed.filter(({ document_id }) => isThere(workbench, document_id));
  if (places.length === 0) {
    const isText = desk.state.getSnapshot().present?.found.place === 'text';
    const why = isText ? 'search:nothingChosen' : 'search:onlyTextCoded';
    announce(t(listed.length > 0 ? 'search:documentGone' : why));
    return;
  }
  const asked = desk.state.getSnapshot().present;
  const like = asked?.like ?? null;
  const query =
    like === null ? (asked?.query ?? '') : t('search:likeQuery', { quote: shortQuote(like.quote) });
  const annotations = await readAnnotationsOf(
    workbench.session.store,
    places.map(({ document_id }) => document_id),
  );
  const codes = new Map([...workbench.lists.codes.getSnapshot(), code].map((one) => [one.id, one]));
  const made = codePlaces(
    places,
    (id) => annotations.get(id) ?? [],
    [code],
    { codes },
    query,
    workbench.context(),
  );
  const drafts = [...before, ...made.drafts];
  if (drafts.length > 0 && !(await commitOrTell(workbench, drafts))) return;
  setView({ lastCodes: [code.id] });
  const passages = t('search:countPlaces', { count: made.coded });
  const done = made.coded === 0 ? [] : [t('search:codedMany', { passages, code: code.name })];
  const left = made.already === 0 ? [] : [t('search:alreadyCoded', { count: made.already })];
  announce([...done, ...left].join('. '));
}

/** Creates the code at a typed path and codes what is chosen with it: one step for undo. */
export async function createOnChosen(workbench: Workbench, desk: SearchDesk, typed: string): Promise<void> {
  const project = workbench.lists.project.getSnapshot();
  if (project === null) return;
  const codes = workbench.lists.codes.getSnapshot();
  const created = createCode({ project, codes }, typed, workbench.context());
  if (!created.ok) alert(t(`coding:${created.error}`));
  else await codeChosen(workbench, desk, created.value.code, created.value.drafts);
}

export function chooseAllHits(desk: SearchDesk): void {
  const { selection, present } = desk.state.getSnapshot();
  desk.select(chooseAll(selection, present?.found.rows ?? 0));
}

/** Chooses, besides what is chosen, every hit in the document of the row in hand. */
export async function chooseDocument(desk: SearchDesk): Promise<void> {
  const rows = await desk.documentRows();
  const { selection } = desk.state.getSnapshot();
  const chosen = new Set([...selection.chosen, ...rows]);
  desk.select({ ...selection, base: chosen, chosen });
}

/** Writes all that was found, in the order in which it is listed. */
export async function exportHits(workbench: Workbench, desk: SearchDesk): Promise<void> {
  const { bridge } = workbench;
  const found = desk.state.getSnapshot().present?.found;
  const grant = await bridge.chooseSave(t('search:fileName'), 'file');
  if (grant === null) return;
  const content = await desk.csv(plainCsv);
  if (content === null || found === undefined) {
    announce(t('search:nothingToExport'));
    return;
  }
  const saved = await bridge.save(grant.token, [{ name: '', content }]);
  const hits = t('search:countHits', { count: found.rows });
  if (saved.ok) announce(t('search:exported', { hits, path: saved.value.path }));
  else alert(problemSentence({ file: grant.name, ...saved.error }));
}

/** Keeps the search in the project. */
export async function keepSearch(workbench: Workbench, desk: SearchDesk): Promise<void> {
  const project = workbench.lists.project.getSnapshot();
  const { query, options } = desk.state.getSnapshot();
  if (project === null || query.trim() === '') return;
  const search = { id: workbench.session.newId(), query: query.trim(), options: { ...options } };
  await commitOrTell(workbench, saveSearch(project, search));
}

export async function forgetKept(workbench: Workbench, { id }: SavedSearch): Promise<void> {
  const project = workbench.lists.project.getSnapshot();
  if (project !== null) await commitOrTell(workbench, forgetSearch(project, id));
}

export function takeKept(desk: SearchDesk, { query, options }: SavedSearch): void {
  desk.ask({ query, options: { ...plainSearch, ...options } }, true);
}
