import type { Id } from '../model/identity';
import { canonicalId } from './import-stage';
import type { ReadFile } from './read-json';

/** Documents whose structures an import compares with those of the project, where the project has them: by their ids. */
export function structuresNeeded({ file }: ReadFile): readonly Id[] {
  const stated = (file.documents ?? []).filter(
    ({ blocks, sentences }) => blocks !== undefined || sentences !== undefined,
  );
  return [...new Set(stated.flatMap(({ id }) => canonicalId(id) ?? []))];
}
