import type { Item } from './import-report';
import type { FileDocument } from './json-schema';

/** A document of a file, as the report names it. */
export function aboutDocument({ id, title, path }: FileDocument): Item {
  return { id, name: title ?? path };
}

/** Never absolute, never upwards: what is left is below the imported folder. */
export function relativePath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^[a-zA-Z]:/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}
