import type {
  Backup,
  Bridge,
  Commit,
  Finish,
  FrozenText,
  Grant,
  Handover,
  ImportFile,
  KeptSave,
  KeptSettings,
  MenuCommand,
  Outcome,
  Problem,
  ProjectEntry,
  SaveFile,
  SnapshotHead,
  Startup,
  StoreAccount,
} from '@preload/contract';
import { createHeldCommit } from '../../main/held-commit';
import { type FakeFile, freezeFake, readIn, sha256 } from './fake-files';
import { createFakeJournal, type FakeJournal } from './fake-journal';

/** A whole bridge in memory, for the renderer without main: in a page of an ordinary browser, or in Node. */
export interface FakeBridge extends Bridge {
  readonly journal: FakeJournal;
  readonly texts: Map<string, string>;
  readonly saved: { readonly grant: string; readonly files: readonly SaveFile[] }[];
  readonly finished: Finish[];
  readonly coders: Startup['coder'][];
  /** Reasons for which the store was set aside. */
  readonly quarantined: string[];
  readonly notes: StoreAccount[];
  readonly kept: KeptSettings[];
  /** Finished ones, the newest last. */
  readonly snapshots: FakeSnapshot[];
  readonly undoTitles: (readonly [undo: string | null, redo: string | null])[];
  /** A grant for these files; `chooseCorpus` answers the last one that was given. */
  offerCorpus(name: string, files: readonly FakeFile[], kind?: Grant['kind']): Grant;
  /** A grant for a file, a text or what the sandbox makes of one; `chooseImport` answers the last one. */
  offerImport(name: string, held: string | { readonly read: string }): Grant;
  /** The other projects that `listProjects` tells of. */
  readonly projects: ProjectEntry[];
  /** What `listBackups` tells of. */
  readonly backups: Backup[];
  /** What was asked about projects, in order. */
  readonly askedProjects: readonly string[];
  /** Hands something over, as a second start of the program does. */
  handOver(handover: Handover): void;
  /** What main does before the window closes: resolves once the page has finished. */
  close(): Promise<void>;
  /** Sends a command of the menu. */
  menu(command: MenuCommand): void;
}

export interface FakeSnapshot {
  readonly head: SnapshotHead;
  readonly lines: string;
}

export interface FakeBridgeOptions {
  readonly startup?: Partial<Startup>;
  /** Lines of an earlier journal. */
  readonly lines?: readonly string[];
  /** Snapshots of an earlier session. */
  readonly snapshots?: readonly FakeSnapshot[];
  /** Characters of the journal that are read at a time, where they are to be fewer than in the program. */
  readonly journalAtOnce?: number;
  /** Told of all lines after each commit, to keep them across a reload. */
  readonly keep?: (lines: readonly string[]) => void;
  readonly keepSettings?: (kept: KeptSettings) => void;
  /** Runs before each call is done; a problem makes a call that can fail do so, and do nothing. */
  readonly before?: (call: keyof Bridge) => Promise<Problem | null>;
}

export function createFakeBridge(options: FakeBridgeOptions = {}): FakeBridge {
  const saves = new Map<string, KeptSave>();
  const journal = createFakeJournal(options.lines, options.keep, options.journalAtOnce);
  const texts = new Map<string, string>();
  const corpora = new Map<string, readonly FakeFile[]>();
  const files = new Map<string, FakeFile>();
  const raws = new Map<string, FakeFile>();
  const imports = new Map<string, ImportFile>();
  const listeners = new Set<(command: MenuCommand) => void>();
  const saved: FakeBridge['saved'] = [];
  const finished: Finish[] = [];
  const coders: Startup['coder'][] = [];
  const undoTitles: (readonly [string | null, string | null])[] = [];
  const quarantined: string[] = [];
  const notes: StoreAccount[] = [];
  const kept: KeptSettings[] = [];
  const snapshots: FakeSnapshot[] = [...(options.snapshots ?? [])];
  let taking: FakeSnapshot | null = null;
  let corpus: Grant | null = null;
  let chosen: Grant | null = null;
  const projects: ProjectEntry[] = [];
  const backups: Backup[] = [];
  const askedProjects: string[] = [];
  const handovers: Handover[] = [];
  const handed = new Set<() => void>();
  const closers = new Set<() => Promise<void>>();
  let tokens = 0;

  const token = (): string => {
    tokens += 1;
    return `token-${tokens}`.padEnd(24, '_');
  };
  const store = async (text: string): Promise<string> => {
    const hash = await sha256(text);
    texts.set(hash, text);
    return hash;
  };
  const guarded = async <T>(call: keyof Bridge, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const problem = (await options.before?.(call)) ?? null;
    return problem === null ? work() : { ok: false, error: problem };
  };
  const held = createHeldCommit(Number.POSITIVE_INFINITY);
  const succeed = <T>(value: T): Promise<Outcome<T>> => Promise.resolve({ ok: true, value });
  const offerCorpus: FakeBridge['offerCorpus'] = (name, offered, kind = 'folder') => {
    corpus = { token: token(), name, kind };
    corpora.set(corpus.token, offered);
    return corpus;
  };
  const expired: Outcome<never> = { ok: false, error: { code: 'grant-expired' } };

  return {
    ...{
      journal,
      texts,
      saved,
      finished,
      coders,
      undoTitles,
      quarantined,
      notes,
      kept,
      snapshots,
      projects,
      backups,
      askedProjects,
    },
    offerCorpus,
    offerImport: (name, held) => {
      chosen = { token: token(), name, kind: 'file' };
      imports.set(
        chosen.token,
        typeof held === 'string' ? { kind: 'text', name, text: held } : { kind: 'refi', name, ...held },
      );
      return chosen;
    },
    menu: (command) => {
      for (const listener of listeners) listener(command);
    },
    startup: () => {
      const is_new = journal.head().seq === 0;
      return Promise.resolve({ ...startupOf(options.startup), is_new, journal: journal.head() });
    },
    keepSettings: (next) =>
      guarded('keepSettings', () => {
        kept.push(next);
        options.keepSettings?.(next);
        return succeed(null);
      }),
    keepSave: (key, token, given) =>
      guarded('keepSave', () => {
        const name = token;
        saves.set(key, { key, grant: { token, name, kind: 'save' }, options: given });
        return succeed(null);
      }),
    keptSaves: () => Promise.resolve([...saves.values()].toReversed()),
    setCoder: (coder) =>
      guarded('setCoder', () => {
        coders.push(coder);
        return succeed(null);
      }),
    chooseCorpus: () => Promise.resolve(corpus),
    chooseImport: () => Promise.resolve(chosen),
    chooseSave: (suggested, kind) =>
      Promise.resolve({ token: token(), name: suggested, kind: kind === 'folder' ? 'folder' : 'save' }),
    listCorpus: (grant) =>
      guarded('listCorpus', () => {
        const offered = corpora.get(grant);
        if (offered === undefined) return Promise.resolve(expired);
        const listed = offered.map((file) => {
          const own = token();
          files.set(own, file);
          return { token: own, path: file.path, size: file.text.length };
        });
        return succeed({ files: listed, skipped: [] });
      }),
    listSources: () =>
      guarded('listSources', () => {
        const known = [...corpora.values()].flat();
        const latest = [...new Map(known.map((file) => [file.path, file])).values()];
        const listed = latest.map((file) => {
          const own = token();
          files.set(own, file);
          return { token: own, path: file.path, size: file.text.length };
        });
        return succeed({ files: listed, skipped: [] });
      }),
    hashFiles: (tokens) =>
      Promise.all(
        tokens.map((own) =>
          guarded('hashFiles', async () => {
            const found = files.get(own);
            return found === undefined ? expired : { ok: true, value: await sha256(found.text) };
          }),
        ),
      ),
    grantDropped: async (dropped) => {
      const own = dropped.filter((file) => file instanceof File && file.size > 0);
      if (own.length === 0) return null;
      const read = own.map(async (file) => ({
        path: file.name,
        text: file instanceof File ? await file.text() : '',
      }));
      const given = await Promise.all(read);
      const isImport = ({ path }: FakeFile): boolean => /\.(?:json|jsonld|qdpx|qdc|framewright)$/i.test(path);
      const texts = given.filter((file) => !isImport(file));
      return {
        corpus: texts.length === 0 ? null : offerCorpus(texts[0]?.path ?? '', texts, 'files'),
        imports: given.filter(isImport).map(({ path, text }): Grant => {
          const grant: Grant = { token: token(), name: path, kind: 'file' };
          imports.set(grant.token, { kind: 'text', name: path, text });
          return grant;
        }),
      };
    },
    freezeFiles: (tokens) =>
      Promise.all(
        tokens.map((file) =>
          guarded('freezeFiles', async () => {
            const found = files.get(file);
            if (found === undefined) return expired;
            const frozen = await freezeFake(found, store);
            if (frozen.ok) raws.set(frozen.value.raw_sha256, found);
            return frozen;
          }),
        ),
      ),
    freezeFile: (own, reading) =>
      guarded('freezeFile', async () => {
        const found = files.get(own);
        return found === undefined ? expired : freezeFake(found, store, reading);
      }),
    readTable: (own) =>
      guarded('readTable', () => {
        const table = files.get(own)?.table;
        return table === undefined ? Promise.resolve(expired) : succeed(table);
      }),
    freezeAgain: ({ raw_sha256, path, encoding: label, whole_page }) =>
      guarded('freezeAgain', () => {
        const found = raws.get(raw_sha256);
        if (found === undefined)
          return Promise.resolve({ ok: false, error: { code: 'source-missing', file: path } } as const);
        const part = whole_page === true ? { ...found, ...found.page } : found;
        if (label === undefined) return freezeFake({ ...part, path }, store);
        return freezeFake(readIn({ ...part, path }, label), store);
      }),
    readImport: (grant) =>
      guarded('readImport', () => {
        const found = imports.get(grant);
        return found === undefined ? Promise.resolve(expired) : succeed(found);
      }),
    storeOriginals: (grant) =>
      guarded('storeOriginals', () =>
        imports.has(grant) ? Promise.resolve({ ok: true, value: null } as const) : Promise.resolve(expired),
      ),
    storeTexts: (given) =>
      guarded('storeTexts', async () => ({ ok: true, value: await Promise.all(given.map(store)) })),
    readTexts: async (hashes) => {
      await options.before?.('readTexts');
      return hashes.map((hash): FrozenText => ({ sha256: hash, text: texts.get(hash) ?? null }));
    },
    readOriginals: (hashes) =>
      Promise.resolve(
        hashes.map((hash) => {
          const found = raws.get(hash);
          return { sha256: hash, bytes: found === undefined ? null : new TextEncoder().encode(found.text) };
        }),
      ),
    holdCommit: (part) => guarded('holdCommit', () => Promise.resolve(held.hold(part))),
    appendCommit: (commit) =>
      // Written by the data layer.
      guarded('appendCommit', () => succeed(journal.append(JSON.parse(held.end(commit) ?? '') as Commit))),
    readCommits: (from, to) => guarded('readCommits', () => Promise.resolve(journal.read(from, to))),
    save: (grant, written) =>
      guarded('save', () => {
        saved.push({ grant, files: written });
        const bytes = written.reduce((sum, { content }) => sum + content.length, 0);
        return succeed({ path: written[0]?.name ?? '', bytes });
      }),
    listProjects: () =>
      guarded('listProjects', () => {
        const { id, name, created_at } = startupOf(options.startup).project;
        return succeed([{ id, name, created_at, opened_at: created_at, is_open: true }, ...projects]);
      }),
    openProject: (target) =>
      guarded('openProject', () => {
        askedProjects.push(`open ${JSON.stringify(target)}`);
        return succeed(null);
      }),
    renameProject: (name) =>
      guarded('renameProject', () => {
        askedProjects.push(`rename ${name}`);
        return succeed(null);
      }),
    measureProject: () =>
      guarded('measureProject', () =>
        succeed({ texts: texts.size, files: texts.size, backups: 2, bytes: 4096 }),
      ),
    deleteProject: (id) =>
      guarded('deleteProject', () => {
        askedProjects.push(`delete ${id}`);
        return succeed(null);
      }),
    listBackups: () => guarded('listBackups', () => succeed(backups)),
    restoreBackup: (backup, name) =>
      guarded('restoreBackup', () => {
        askedProjects.push(`restore ${backup} as ${name}`);
        return succeed(null);
      }),
    checkKept: (wanted) =>
      guarded('checkKept', () => {
        const { seq, chain } = journal.head();
        const missing = wanted.filter((hash) => !texts.has(hash));
        return succeed({
          journal: { kind: 'sound', changes: seq, lines: journal.lines().length, chain },
          backups: { sound: backups.length, damaged: [] },
          texts: { sound: texts.size, damaged: missing },
          files: { sound: 0, damaged: [] },
        });
      }),
    takeHandover: () => Promise.resolve(handovers.shift() ?? null),
    onHandover: (listener) => {
      handed.add(listener);
      return () => {
        handed.delete(listener);
      };
    },
    handOver: (handover) => {
      handovers.push(handover);
      for (const listener of handed) listener();
    },
    finish: (result) => {
      finished.push(result);
      return Promise.resolve();
    },
    quarantineStore: (reason) =>
      guarded('quarantineStore', () => {
        quarantined.push(reason);
        return succeed(null);
      }),
    noteStore: (account) => notes.push(account),
    writeSnapshot: (step) =>
      guarded('writeSnapshot', () => {
        if (step.kind === 'begin') taking = { head: step.head, lines: '' };
        if (step.kind === 'part' && taking !== null) taking = { ...taking, lines: taking.lines + step.lines };
        if (step.kind === 'end' && taking !== null) snapshots.push(taking);
        return succeed(null);
      }),
    readSnapshot: () =>
      guarded('readSnapshot', () => {
        const newest = snapshots.at(-1);
        const part = newest === undefined ? null : { ...newest, is_last: true };
        return succeed({ part, passed_over: [] });
      }),
    onClosing: (listener) => {
      closers.add(listener);
      return () => {
        closers.delete(listener);
      };
    },
    close: async () => {
      await Promise.all([...closers].map((close) => close()));
    },
    setUndo: (undo, redo) => undoTitles.push([undo, redo]),
    onMenu: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function startupOf(given: Partial<Startup> = {}): Omit<Startup, 'is_new' | 'journal'> {
  const created_at = '2026-01-05T08:00:00.000Z';
  return {
    project: { id: '11111111-1111-4111-8111-111111111111', name: 'Test project', created_at },
    coder: { id: '22222222-2222-4222-8222-222222222222', name: 'Ada', created_at },
    device_id: '33333333-3333-4333-8333-333333333333',
    app: 'framewright 0.1.0',
    engine: { electron: '33.2.1', chromium: '130.0.0.0', icu: '75.1' },
    platform: 'linux',
    tasks: [],
    quit: false,
    notices: [],
    settings: { coders: {}, pins: {}, places: {} },
    store: null,
    ...given,
  };
}
