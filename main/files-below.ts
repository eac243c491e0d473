import { promises } from 'node:fs';

export interface FileBelow {
  readonly name: string;
  readonly path: string;
}

/** All files below a folder, at any depth, but for hidden ones, which a crash may leave. Rejects where it cannot be read. */
export async function filesBelow(folder: string): Promise<readonly FileBelow[]> {
  const entries = await promises.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name, parentPath }) => ({ name, path: `${parentPath}/${name}` }));
}
