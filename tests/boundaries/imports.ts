import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface Import {
  /** Importing file, from the project's root with "/". */
  readonly file: string;
  /** What it names: a file from the root without its ending, or a package. */
  readonly target: string;
  readonly typeOnly: boolean;
}

const root = resolve(import.meta.dirname, '../..');
const aliases: readonly (readonly [string, string])[] = [
  ['@core/', 'renderer/src/core/'],
  ['@preload/', 'preload/'],
  ['@resources/', 'resources/'],
];

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** `import`, `export … from`, `import('…')` and `new URL('…', import.meta.url)`, wherever they stand. */
const statement =
  /(?:^|[;\s])(?:(import|export)\s+(type\s)?[^'"();]*?from\s*|(import)\s+|import\s*\(\s*|new URL\(\s*)['"]([^'"]+)['"]/g;

function resolved(file: string, name: string): string {
  for (const [alias, folder] of aliases) if (name.startsWith(alias)) return folder + name.slice(alias.length);
  if (name.startsWith('.'))
    return relative(root, join(dirname(join(root, file)), name)).replaceAll('\\', '/');
  return name;
}

/** All imports below the given folders of the project. */
export function importsBelow(folders: readonly string[]): {
  readonly files: readonly string[];
  readonly imports: readonly Import[];
} {
  const files = folders
    .flatMap((folder) => sourceFiles(join(root, folder)))
    .map((path) => relative(root, path).replaceAll('\\', '/'));
  const imports = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    return [...text.matchAll(statement)].map(([, , type, , name]) => ({
      file,
      target: resolved(file, name ?? ''),
      typeOnly: type !== undefined,
    }));
  });
  return { files, imports };
}
