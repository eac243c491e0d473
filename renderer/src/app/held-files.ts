import { recallColumns, rememberColumns } from '@core/import/remembered-columns';
import type { SaidColumns } from '@core/import/table-columns';
import type { Document } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { FrozenFile, Json, Outcome, Problem } from '@preload/contract';
import { type HeldFile, isDoubtful } from '../data/import-corpus';
import type { ImportRow } from '../data/import-writer';
import type { TwinFile } from '../importing/twin-question';
import { askEncoding, type EncodingAsking } from './ask-encoding';
import { ask, leftOut, read } from './held-question';
import type { Workbench } from './open-workbench';

/** What a file is to be asked about before it comes in; null where it comes in as it is. */
export function questionOf(frozen: Outcome<FrozenFile>): 'password' | 'split' | 'table' | 'encoding' | null {
  if (!frozen.ok) {
    const { code, detail } = frozen.error;
    if (code === 'needs-password' && detail === 'PDF') return 'password';
    return code === 'no-text-column' ? 'table' : null;
  }
  const repairs = frozen.value.documents.flatMap((document) => document.repairs);
  if (repairs.some(({ code }) => code === 'split')) return 'split';
  if (repairs.some(({ code }) => code === 'rows')) return 'table';
  return frozen.value.documents.some(({ encoding }) => isDoubtful(encoding)) ? 'encoding' : null;
}

/** Asks about one file after the other, and takes in what is said yes to; what became of each, in their order. */
export async function askAbout(
  workbench: Workbench,
  held: readonly HeldFile[],
  batch_id: Id,
): Promise<readonly ImportRow[]> {
  const rows: ImportRow[] = [];
  const questions = held.filter(({ frozen }) => questionOf(frozen) !== null);
  const unclear = questions.filter(({ frozen }) => questionOf(frozen) === 'encoding');
  const asking: EncodingAsking = { left: unclear.length, label: null };
  for (const file of questions) rows.push(await askOne(workbench, file, batch_id, asking));
  const twins = held.filter(({ frozen }) => questionOf(frozen) === null);
  if (twins.length > 0) rows.push(...(await askTwins(workbench, twins, batch_id)));
  return rows;
}

/** What becomes of files that nobody is asked about any more: the next import offers them again. */
export function notAsked(held: readonly HeldFile[], reason: Problem): readonly ImportRow[] {
  return held.map(({ file }) => skipped(file.path, reason));
}

/**
 * Whether a file of one text waits because that text is in the project, or came with this import, under another name.
 * Asked of one file after the other, in the order in which they come.
 */
export function twinRule(documents: readonly Document[]): (file: HeldFile) => boolean {
  const seen = new Set(documents.map(({ text_sha256 }) => text_sha256));
  return ({ frozen }) => {
    if (!frozen.ok) return false;
    const [first, ...others] = frozen.value.documents;
    if (first === undefined || others.length > 0) return false;
    const isThere = seen.has(first.text_sha256);
    seen.add(first.text_sha256);
    return isThere;
  };
}

/** What was left out for being the same text is here under its other name: that is no problem to tell of. */
async function askTwins(
  workbench: Workbench,
  held: readonly HeldFile[],
  batch_id: Id,
): Promise<readonly ImportRow[]> {
  const documents = workbench.lists.documents.getSnapshot();
  const files = held.map(({ file: { path }, frozen }): TwinFile => {
    const hash = frozen.ok ? frozen.value.documents[0]?.text_sha256 : undefined;
    const twin = documents.find(({ text_sha256 }) => text_sha256 === hash);
    return { path, title: twin?.title ?? '', otherPath: twin?.path ?? '' };
  });
  const own = await ask<ReadonlySet<string>>((answer) => ({ kind: 'twins', files, answer }));
  const rows: ImportRow[] = [];
  for (const each of held) {
    const { path } = each.file;
    if (own?.has(path) !== true) {
      rows.push({ path, outcome: 'duplicate' });
      continue;
    }
    const row = await workbench.session.importHeld(each, batch_id);
    rows.push(row.ok ? row.value : skipped(path, row.error));
  }
  return rows;
}

async function askOne(
  workbench: Workbench,
  held: HeldFile,
  batch_id: Id,
  asking: EncodingAsking,
): Promise<ImportRow> {
  const { path } = held.file;
  const read = await answered(workbench, held, asking);
  if (!read.ok) return skipped(path, read.error);
  const row = await workbench.session.importHeld({ file: held.file, frozen: read }, batch_id);
  return row.ok ? row.value : skipped(path, row.error);
}

/** The file as it is to come in, once it was asked about. */
async function answered(
  workbench: Workbench,
  held: HeldFile,
  asking: EncodingAsking,
): Promise<Outcome<FrozenFile>> {
  const { frozen } = held;
  switch (questionOf(frozen)) {
    case 'password':
      return askPassword(workbench, held);
    case 'table':
      return askColumns(workbench, held);
    case 'encoding':
      return askEncoding(workbench, held, asking);
    case 'split':
      return frozen.ok && (await askSplit(held.file.path, frozen.value)) === null ? leftOut : frozen;
    case null:
      return frozen;
  }
}

function skipped(path: string, problem: Problem): ImportRow {
  return { path, outcome: 'skipped', problem: { ...problem, file: path } };
}

async function askPassword(workbench: Workbench, { file, frozen }: HeldFile): Promise<Outcome<FrozenFile>> {
  for (let isWrong = false; ; isWrong = true) {
    const password = await ask<string>((answer) => ({ kind: 'password', path: file.path, isWrong, answer }));
    if (password === null) return frozen;
    const opened = await read(workbench, file.token, { password });
    if (opened.ok || opened.error.code !== 'needs-password') return opened;
  }
}

function askSplit(path: string, frozen: FrozenFile): Promise<true | null> {
  return ask<true>((answer) => ({ kind: 'split', path, frozen, answer }));
}

async function askColumns(workbench: Workbench, { file, frozen }: HeldFile): Promise<Outcome<FrozenFile>> {
  const { bridge, settings } = workbench;
  const table = await bridge.readTable(file.token);
  if (!table.ok) return frozen;
  const { columns } = table.value;
  const known = recallColumns(settings.getSnapshot().table_columns, columns);
  if (known !== null) return read(workbench, file.token, { columns: known });
  const said = await ask<SaidColumns>((answer) => ({
    ...{ kind: 'table', path: file.path, table: table.value, answer },
  }));
  if (said === null) return leftOut;
  const present = settings.getSnapshot();
  const remembered = rememberColumns(present.table_columns, columns, said);
  // Plain data, but for the index signature.
  settings.set({ ...present, table_columns: remembered as unknown as Json });
  return read(workbench, file.token, { columns: said });
}
