import type { MainBridge } from '@preload/contract';
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import * as v from 'valibot';
import { logError } from './log-error';
import { fail, problemOf } from './outcome';
import { origin } from './protocol';
import { type Call, noteStore, parameters, undoTitles } from './schemas';

/** The calls as main answers them. */
export type Handlers = { readonly [K in Call | 'setUndo' | 'noteStore']: MainBridge[K] };

/** Which calls tell of failure in their answer; the others reject. */
const answersOutcome = {
  startup: false,
  setCoder: true,
  keepSettings: true,
  keepSave: true,
  keptSaves: false,
  chooseCorpus: false,
  chooseImport: false,
  chooseSave: false,
  grantDropped: false,
  listCorpus: true,
  listSources: true,
  hashFiles: false,
  freezeFiles: false,
  freezeFile: true,
  readTable: true,
  freezeAgain: true,
  readImport: true,
  storeOriginals: true,
  storeTexts: true,
  readTexts: false,
  readOriginals: false,
  holdCommit: true,
  appendCommit: true,
  readCommits: true,
  save: true,
  listProjects: true,
  openProject: true,
  renameProject: true,
  measureProject: true,
  deleteProject: true,
  listBackups: true,
  restoreBackup: true,
  checkKept: true,
  takeHandover: false,
  finish: false,
  quarantineStore: true,
  writeSnapshot: true,
  readSnapshot: true,
} as const satisfies Record<Call, boolean>;

/**
 * Answers the calls of one window and of no other. Each is checked: it must come from the window's top frame, on a
 * page of ours, with arguments of the right shape and size.
 */
export function serveCalls(contents: WebContents, handlers: Handlers): void {
  // Through the contents' own ipc: a call from any other contents finds no handler.
  const serve = (name: Call): void => {
    contents.ipc.handle(`framewright:${name}`, async (event, ...given: unknown[]) => {
      const parsed = isTrusted(event, contents) ? v.safeParse(parameters[name], given) : null;
      if (parsed?.success !== true) return refuse(name);
      try {
        // Each call's handler belongs to its own parameters, which the union of all calls hides from the compiler.
        const run = handlers[name] as (...given: Parameters<MainBridge[Call]>) => Promise<unknown>;
        return await run(...parsed.output);
      } catch (error) {
        return confess(name, error);
      }
    });
  };
  for (const name of Object.keys(answersOutcome)) if (isCall(name)) serve(name);

  contents.ipc.on('framewright:setUndo', (event, ...given: unknown[]) => {
    const parsed = v.safeParse(undoTitles, given);
    if (isTrusted(event, contents) && parsed.success) handlers.setUndo(...parsed.output);
  });
  contents.ipc.on('framewright:noteStore', (event, ...given: unknown[]) => {
    const parsed = v.safeParse(noteStore, given);
    if (isTrusted(event, contents) && parsed.success) handlers.noteStore(...parsed.output);
  });
}

/** Whether a message comes from the top frame of `contents`, showing a page of the one origin. */
export function isTrusted(event: IpcMainEvent | IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame;
  if (frame === null || event.sender !== contents || frame.parent !== null) return false;
  return frame.origin === origin && frame.url.startsWith(`${origin}/`);
}

function refuse(name: Call): unknown {
  if (answersOutcome[name]) return fail({ code: 'invalid-request', detail: name });
  throw new Error(`${name}: invalid request`);
}

/** The error goes to the log, without its words; across the bridge goes that there was one. */
function confess(name: Call, error: unknown): unknown {
  logError(name, error);
  if (!answersOutcome[name]) throw new Error(`${name}: failed`);
  try {
    const { code, detail = 'failed' } = problemOf(error);
    return fail({ code, detail });
  } catch {
    return fail({ code: 'io', detail: 'failed' });
  }
}

function isCall(name: string): name is Call {
  return Object.hasOwn(answersOutcome, name);
}
