import { randomBytes } from 'node:crypto';
import type { SaveTarget } from './save';

/** A place that a person chose, and what the window may do there. */
export type Granted =
  | { readonly kind: 'corpus-folder'; readonly path: string }
  | { readonly kind: 'corpus-files'; readonly paths: readonly string[] }
  /** Dropped on the window: folders and files alike. */
  | { readonly kind: 'corpus-places'; readonly paths: readonly string[] }
  /** One file of a listing. It must still lie below `root` when it is read; null where it was chosen itself. */
  | {
      readonly kind: 'corpus-file';
      readonly path: string;
      readonly name: string;
      readonly root: string | null;
    }
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'save'; readonly target: SaveTarget };

/** The leaves given to one window: random tokens that mean nothing anywhere else. */
export interface Grants {
  give(granted: Granted): string;
  /** What a token stands for, when it is one of that kind. */
  find<K extends Granted['kind']>(token: string, kind: K): Extract<Granted, { readonly kind: K }> | null;
}

export function createGrants(): Grants {
  const given = new Map<string, Granted>();
  return {
    give(granted) {
      const token = randomBytes(18).toString('base64url');
      given.set(token, granted);
      return token;
    },
    find(token, kind) {
      const granted = given.get(token);
      return granted !== undefined && isOfKind(granted, kind) ? granted : null;
    },
  };
}

function isOfKind<K extends Granted['kind']>(
  granted: Granted,
  kind: K,
): granted is Extract<Granted, { readonly kind: K }> {
  return granted.kind === kind;
}
