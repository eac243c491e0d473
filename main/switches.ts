import { resolve } from 'node:path';

/** What the command line asks for. Paths are absolute. */
export interface Switches {
  readonly userData: string | null;
  readonly project: string | null;
  readonly coder: string | null;
  readonly corpora: readonly string[];
  readonly imports: readonly string[];
  readonly exports: readonly ExportSwitch[];
  /** What is searched for: exports hold the hits. */
  readonly search: string | null;
  readonly quit: boolean;
}

export interface ExportSwitch {
  readonly path: string;
  /** Ended in a separator, or the format is one of several files. */
  readonly folder: boolean;
  /** By --format, else the name's ending without its dot, lower-case; '' when it has none. */
  readonly format: string;
  /** The other switches of exports, by name without dashes; a flag has no values. The window knows what they mean. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

export type SwitchProblem =
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'value-missing'; readonly text: string }
  | { readonly kind: 'value-unwanted'; readonly text: string }
  | { readonly kind: 'twice'; readonly text: string }
  /** A folder is named where the format is one file. */
  | { readonly kind: 'folder-for-file'; readonly text: string }
  /** What is found goes nowhere. */
  | { readonly kind: 'search-alone'; readonly text: string }
  | { readonly kind: 'forbidden'; readonly text: string };

export type ParsedSwitches =
  | { readonly ok: true; readonly value: Switches }
  | { readonly ok: false; readonly error: SwitchProblem };

/** What says more of exports. */
const exportSwitches = {
  'without-texts': 'flag',
  exact: 'flag',
  'extras-as-codes': 'flag',
  unit: 'one',
  measure: 'one',
  projection: 'one',
  'roll-up': 'flag',
  distinct: 'flag',
  by: 'one',
  'only-document': 'many',
  'only-code': 'many',
  'only-coder': 'many',
  'only-round': 'many',
} as const;

/** The program's own. `many` may be given again. */
const own: Readonly<Record<string, 'flag' | 'one' | 'many'>> = {
  'user-data-dir': 'one',
  project: 'one',
  coder: 'one',
  corpus: 'many',
  import: 'many',
  export: 'many',
  format: 'one',
  ...exportSwitches,
  search: 'one',
  quit: 'flag',
};

/** Chromium's and Electron's that change nothing about safety. */
const passed: ReadonlySet<string> = new Set([
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'disable-dev-shm-usage',
  'disable-hardware-acceleration',
  'in-process-gpu',
  'use-gl',
  'use-angle',
  'ozone-platform',
  'ozone-platform-hint',
  'headless',
  'lang',
  'enable-logging',
  'log-level',
  'log-file',
  'v',
  'vmodule',
  'trace-warnings',
  'force-color-profile',
  'force-device-scale-factor',
  'high-dpi-support',
  'force-renderer-accessibility',
  'force-prefers-reduced-motion',
  'force-high-contrast',
  'force-dark-mode',
  'password-store',
  'disable-dinosaur-easter-egg',
  'original-process-start-time',
  'allow-file-access-from-files',
]);

/** Chromium's that take the sandbox away, without which a superuser alone must run. */
const unsandboxed: ReadonlySet<string> = new Set([
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-gpu-sandbox',
]);

/** Chromium's that open the program or its traffic to others: let pass while developing, refused once packaged. */
const developing: ReadonlySet<string> = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'load-extension',
  'disable-web-security',
  'proxy-server',
  'host-rules',
  'host-resolver-rules',
  'js-flags',
  'enable-features',
  'disable-features',
  'enable-blink-features',
  'disable-blink-features',
  'enable-precise-memory-info',
  'disable-renderer-backgrounding',
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'log-net-log',
  'expose-internals',
  'expose-gc',
]);

/** Formats of several files, for which the target is a folder whether or not it ends in a separator. */
const folderFormats: ReadonlySet<string> = new Set(['tables', 'reliability']);

interface CommandLine {
  /** Without the executable. */
  readonly words: readonly string[];
  /** The caller's folder, to which relative paths refer. */
  readonly folder: string;
  readonly packaged: boolean;
  /** Run by the superuser of a Unix system, where Chromium has no sandbox. */
  readonly root: boolean;
  /** The folder the program itself was started from; a plain word that names it is Electron's. */
  readonly appFolder: string;
}

/** Reads the command line: `--name=value` and `--name value` alike. */
export function parseSwitches({ words, folder, packaged, root, appFolder }: CommandLine): ParsedSwitches {
  const given = new Map<string, string[]>();
  const refuse = (kind: SwitchProblem['kind'], text: string): ParsedSwitches => ({
    ok: false,
    error: { kind, text },
  });

  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? '';
    if (!word.startsWith('-')) {
      if (!packaged && resolve(folder, word) === resolve(appFolder)) continue;
      return refuse('unknown', word);
    }
    if (word === '-r' || word === '--require') {
      if (packaged) return refuse('forbidden', word);
      place += 1;
      continue;
    }
    if (process.platform === 'darwin' && word.startsWith('-psn_')) continue;
    const [, name = '', inline] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const kind = word.startsWith('--') && Object.hasOwn(own, name) ? own[name] : undefined;
    if (kind === undefined) {
      if (passed.has(name) || (root && unsandboxed.has(name))) continue;
      if (!developing.has(name) && !unsandboxed.has(name)) return refuse('unknown', word);
      if (packaged) return refuse('forbidden', `--${name}`);
      continue;
    }
    const text = `--${name}`;
    if (kind === 'flag') {
      if (inline !== undefined) return refuse('value-unwanted', text);
      given.set(name, []);
      continue;
    }
    const following = words[place + 1];
    const value = inline ?? (following?.startsWith('--') === true ? undefined : following);
    if (inline === undefined) place += 1;
    if (value === undefined || value.trim() === '') return refuse('value-missing', text);
    if (kind === 'one' && given.has(name)) return refuse('twice', text);
    given.set(name, [...(given.get(name) ?? []), value]);
  }

  const paths = (name: string): readonly string[] =>
    (given.get(name) ?? []).map((path) => resolve(folder, path));
  const one = (name: string): string | null => given.get(name)?.[0] ?? null;
  const exportWords = Object.fromEntries([...given].filter(([name]) => Object.hasOwn(exportSwitches, name)));
  const format = one('format')?.toLowerCase() ?? null;
  const misplaced = (given.get('export') ?? []).find((path) => isFolderPath(path) && !isFolderFormat(format));
  if (misplaced !== undefined) return refuse('folder-for-file', `--export=${misplaced}`);
  if (given.has('search') && !given.has('export')) return refuse('search-alone', '--search');
  return {
    ok: true,
    value: {
      userData: paths('user-data-dir')[0] ?? null,
      project: one('project')?.trim() ?? null,
      coder: one('coder')?.trim() ?? null,
      corpora: paths('corpus'),
      search: one('search'),
      imports: paths('import'),
      exports: (given.get('export') ?? []).map((path) => {
        const own = format ?? (isFolderPath(path) ? 'tables' : endingOf(path));
        return {
          path: resolve(folder, path),
          folder: folderFormats.has(own),
          format: own,
          words: exportWords,
        };
      }),
      quit: given.has('quit'),
    },
  };
}

function endingOf(path: string): string {
  return /[^/\\]\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** Ended in a separator: a folder is meant, there or not. */
function isFolderPath(path: string): boolean {
  return /[/\\]$/.test(path);
}

/** Whether a folder can take the format that was asked for; where none was, a folder gets the tables. */
function isFolderFormat(format: string | null): boolean {
  return format === null || folderFormats.has(format);
}
